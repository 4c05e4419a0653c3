// The structure of legal texts: provisions with addresses, zones, gaps in the numbering. Pure.

export { letterInAddress } from './address.ts';
export { type Block, blocksOf, textOf } from './blocks.ts';
export type { Provision, ProvisionFinding, ProvisionKind, Structure, Zone, ZoneRange } from './model.ts';
export { provisionName } from './names.ts';
export { ordinalOf } from './ordinal.ts';
export { structureOf } from './structure.ts';
export { ATTACHED_KIND_WORDS, PROVISION_WORDS } from './words.ts';
