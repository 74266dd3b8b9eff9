/** The look of the HTML report: light and dark, by the reader's own setting; verdicts told by line as well as by colour. */
export const HTML_STYLE = `
:root{color-scheme:light dark;--ink:#1b1b1f;--paper:#fff;--dim:#5c5f66;--line:#d5d7dc;--good:#d9f2de;--bad:#ffdcd8;--open:#eceef2;--good-line:#1a7f37;--bad-line:#c62828;--open-line:#6b7080;--link:#0b57d0}
@media (prefers-color-scheme:dark){:root{--ink:#e6e6ea;--paper:#17181c;--dim:#a5a9b3;--line:#3a3d45;--good:#173d22;--bad:#571c19;--open:#2b2e36;--good-line:#5fd07a;--bad-line:#ff8a80;--open-line:#a5a9b3;--link:#8ab4f8}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:80rem;padding:1rem 1.5rem;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,sans-serif}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem}
h1{font-size:1.5rem}h2{font-size:1.15rem;border-top:1px solid var(--line);padding-top:1rem;overflow-wrap:anywhere}
.small{color:var(--dim);font-size:.85rem}
.legend{display:flex;flex-wrap:wrap;gap:1rem;list-style:none;padding:0}
.columns{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:1.5rem}
@media (max-width:55rem){.columns{grid-template-columns:minmax(0,1fr)}}
.draft{white-space:pre-wrap;overflow-wrap:anywhere;font-family:Georgia,serif}
.draft a{color:inherit;text-decoration:none}
mark{color:inherit;padding:0 .1em;border-radius:.15em;border-bottom:2px solid}
mark.supported{background:var(--good);border-color:var(--good-line)}
mark.refuted{background:var(--bad);border-color:var(--bad-line);border-bottom-style:double;border-bottom-width:4px}
mark.open{background:var(--open);border-color:var(--open-line);border-bottom-style:dotted}
sup{font:.7em system-ui,sans-serif}
.notes{list-style:none;margin:0;padding:0;font-size:.9rem}
.notes li{border-left:4px solid var(--open-line);padding:.25rem .75rem;margin:0 0 .75rem;overflow-wrap:anywhere}
.notes li:target,.draft a:target mark{outline:3px solid var(--link)}
.notes li.supported{border-color:var(--good-line)}.notes li.refuted{border-color:var(--bad-line)}
.notes p{margin:.2rem 0}.fix{font-weight:600}
@media print{.skip{display:none}.columns{display:block}}
`;
