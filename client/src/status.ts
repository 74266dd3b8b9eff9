import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type AsOfOrigin, STATUS, type Status } from '../../server/src/lsp/messages.ts';
import { findingsIn, statusOf } from './session.ts';

const { l10n, languages, LanguageStatusSeverity, window } = vscode;

/** Keeps three status items up to date for the draft in the active editor: findings, facts in force, the article's date. */
export function showStatus(client: LanguageClient, selector: vscode.DocumentSelector): vscode.Disposable {
  const items = statusItems(selector);
  const show = (status: Status) => {
    const active = window.activeTextEditor?.document.uri;
    if (active && client.code2ProtocolConverter.asUri(active) === status.uri) render(items, status);
  };
  const ask = async (editor: vscode.TextEditor | undefined) => {
    if (!editor || languages.match(selector, editor.document) === 0) return;
    // A draft that is closed before the answer comes has no status; that is no fault to report.
    await statusOf({ client }, editor.document.uri).then(show, (error: Error) => client.debug(error.message));
  };
  void ask(window.activeTextEditor);
  return vscode.Disposable.from(
    ...Object.values(items),
    client.onNotification(STATUS, show),
    window.onDidChangeActiveTextEditor(ask),
  );
}

type Items = ReturnType<typeof statusItems>;

/** In the order of their ids, which VS Code shows them in. */
function statusItems(selector: vscode.DocumentSelector) {
  const item = (id: string, name: string, title: string, command: string) => {
    const created = languages.createLanguageStatusItem(`factlint.${id}`, selector);
    created.name = `Factlint: ${name}`;
    created.command = { title, command };
    return created;
  };
  return {
    date: item('3.date', l10n.t('Article’s Date'), l10n.t('Change'), 'factlint.setArticleDate'),
    facts: item('2.facts', l10n.t('Facts'), l10n.t('Open'), 'factlint.openFactsFile'),
    findings: item('1.findings', l10n.t('Findings'), l10n.t('Problems'), 'workbench.actions.view.problems'),
  };
}

function render({ findings, facts, date }: Items, status: Status): void {
  const tooLarge = status.state === 'too-large';
  findings.busy = status.state === 'checking';
  findings.text = tooLarge ? l10n.t('Too large to check') : findingsIn(status.findings, 'draft');
  findings.detail = tooLarge ? (status.message ?? '') : 'Factlint';
  findings.severity = tooLarge ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;

  facts.text = l10n.t('Facts: {0} · Entities: {1}', status.facts, status.entities);
  facts.detail =
    (!tooLarge && status.message) || l10n.t('Facts files of your own: {0}', status.factsFiles.length);
  facts.severity = status.problems > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;

  date.text = l10n.t('As of {0}', dayInWords(status.asOf));
  date.detail = originInWords()[status.asOfOrigin];
}

function dayInWords(day: string): string {
  const format = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Date(day).toLocaleDateString(vscode.env.language, format);
}

function originInWords(): Readonly<Record<AsOfOrigin, string>> {
  return {
    directive: l10n.t('by a directive in the draft'),
    'front-matter': l10n.t('from the draft’s front matter'),
    meta: l10n.t('from a <meta> of the page'),
    configuration: l10n.t('from factlint.json'),
    setting: l10n.t('from the settings'),
    today: l10n.t('today, since the draft does not say'),
  };
}
