import type { Lang } from '../lang.ts';
import type { Element, ElementName } from './elements.ts';

/** The namespace of the fifteen elements; `<link rel="schema.DC">` names it too. */
export const DC_NAMESPACE = 'http://purl.org/dc/elements/1.1/';
export const OAI_DC = 'http://www.openarchives.org/OAI/2.0/oai_dc/';

/** Elements whose values are words of the page's language. */
const WORDED: ReadonlySet<ElementName> = new Set([
  'title',
  'creator',
  'description',
  'publisher',
  'contributor',
  'subject',
  'coverage',
  'rights',
]);

export function isWorded(name: ElementName): boolean {
  return WORDED.has(name);
}

/** What every XML file of ours begins with. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/** The elements as a file of their own. */
export function dublinCoreXml(elements: readonly Element[], lang: Lang): string {
  return `${XML_DECLARATION}\n${dublinCoreRecord(elements, lang)}\n`;
}

/** The elements as a record of OAI-PMH 2.0 (oai_dc.xsd), one element a value, ready to be harvested. */
export function dublinCoreRecord(elements: readonly Element[], lang: Lang): string {
  const lines = elements.flatMap(({ name, values }) =>
    values.map(
      (value) =>
        `  <dc:${name}${isWorded(name) ? ` xml:lang="${lang}"` : ''}>${escapeXml(value)}</dc:${name}>`,
    ),
  );
  return `<oai_dc:dc xmlns:oai_dc="${OAI_DC}" xmlns:dc="${DC_NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${OAI_DC} http://www.openarchives.org/OAI/2.0/oai_dc.xsd">
${lines.join('\n')}
</oai_dc:dc>`;
}

/** The elements as JSON-LD, each a list of its values; words bear the language of the page. */
export function dublinCoreJson(elements: readonly Element[], lang: Lang): string {
  const entries = elements.map(({ name, values }) => [
    `dc:${name}`,
    isWorded(name) ? values.map((value) => ({ '@value': value, '@language': lang })) : values,
  ]);
  return `${JSON.stringify({ '@context': { dc: DC_NAMESPACE }, ...Object.fromEntries(entries) }, undefined, 2)}\n`;
}

/** Controls that XML 1.0 does not know (§2.2) are left out. */
const NO_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Text as it stands between tags. */
export function escapeXml(text: string): string {
  return text.replace(NO_XML, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
