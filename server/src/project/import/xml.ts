import { Parser } from 'htmlparser2';

/** What is told of an XML text, in reading order; names come without their namespace. */
export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Reads XML; entities are resolved, and what is malformed is read as well as can be. */
export function readXml(xml: string, { open, text, close }: XmlEvents): void {
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open(local(name), attributes),
      ...(text && { ontext: text }),
      ...(close && { onclosetag: (name: string) => close(local(name)) }),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
}
