// Vietnamese text: canonical forms, folding, order, document numbers. Pure.
export { type DocumentNumber, documentNumberKey, normaliseDocumentNumber } from './document-number.ts';
export { foldVietnamese, normVietnamese, slugOf, toNfc } from './fold.ts';
export { compareVietnamese, sortByGivenName, sortKey } from './order.ts';
