/** What a page says of itself to machines: Dublin Core as TT 24/2011/TT-BTTTT asks for it. Pure. */
export { type DescribedDocument, type DescribedPage, dublinCoreOf } from './dublin-core.ts';
export { ELEMENTS, type Element, type ElementName, joinValues, missingElements } from './elements.ts';
export {
  DC_NAMESPACE,
  dublinCoreJson,
  dublinCoreRecord,
  dublinCoreXml,
  escapeXml,
  isWorded,
  OAI_DC,
  XML_DECLARATION,
} from './xml.ts';
