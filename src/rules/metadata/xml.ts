import type { Lang } from '../lang.ts';
import type { Element, ElementName } from './elements.ts';

/** The namespace of the fifteen elements; `<link rel="schema.DC">` names it too. */
export const DC_NAMESPACE = 'http://purl.org/dc/elements/1.1/';
const OAI_DC = 'http://www.openarchives.org/OAI/2.0/oai_dc/';

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

/** The elements as a record of OAI-PMH 2.0 (oai_dc.xsd), one element a value, ready to be harvested. */
export function dublinCoreXml(elements: readonly Element[], lang: Lang): string {
  const lines = elements.flatMap(({ name, values }) =>
    values.map(
      (value) =>
        `  <dc:${name}${isWorded(name) ? ` xml:lang="${lang}"` : ''}>${escapeXml(value)}</dc:${name}>`,
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<oai_dc:dc xmlns:oai_dc="${OAI_DC}" xmlns:dc="${DC_NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${OAI_DC} http://www.openarchives.org/OAI/2.0/oai_dc.xsd">
${lines.join('\n')}
</oai_dc:dc>
`;
}

/** Controls that XML 1.0 does not know (§2.2) are left out. */
const NO_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function escapeXml(text: string): string {
  return text.replace(NO_XML, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
