/** Localities, bodies and their portals: who is there, under which names, since when. */

export { closePortal, renameBody } from './body-commands.ts';
export { checkFace } from './face-rules.ts';
export {
  creditOf,
  facePageKeys,
  localityFactsKey,
  localityPortals,
  originOf,
  type PortalFacts,
  portalFacts,
  portalFactsKey,
  portalName,
  profileInForce,
  sectionHref,
  sectionName,
} from './facts.ts';
export { pageChoices, readFace } from './forms.ts';
export {
  emblemHref,
  type Framed,
  iconHref,
  type PublicFramePage,
  publicFrame,
  themeHref,
} from './frame.tsx';
export { composeHome } from './home-commands.ts';
export { readHome } from './home-forms.ts';
export { checkHome, homeLayout } from './home-layout.ts';
export { addIssuer, addSuccession } from './issuer-commands.ts';
export { issuerKeys, issuersOf } from './issuer-queries.ts';
export { composeMenu } from './menu-commands.ts';
export { menuOf, readMenu } from './menu-forms.ts';
export { checkMenu, type Menu, type MenuEntry } from './menu-rules.ts';
export { listMenusOfItem, listMenuTargets } from './menu-store.ts';
export { addHostname, approveHostname, changeHostname, retireHostname } from './naming-commands.ts';
export {
  foundLocality,
  type LocalityFounding,
  type NewBody,
  type OpenedPortal,
  type OpenPortal,
  openPortal,
  type PortalOpening,
} from './opening-commands.ts';
export { type DescribedPlace, type PageAbout, placeElements } from './page-metadata.ts';
export { EMBLEM_PATH, hrefTo as portalDeskHref, PREVIEW_PATHS } from './pages/parts.tsx';
export { permits as portalsPermits } from './permits.ts';
export { portalsRoom } from './room.ts';
export {
  addSection,
  changeContact,
  changeFace,
  changeSection,
  changeWorkflow,
  moveSection,
  retireSection,
  setUnit,
} from './section-commands.ts';
export { type Completeness, completenessOf, type Presence, staleDays } from './section-rules.ts';
export { createSiteDirectory, HOSTS_KEY, type SiteDirectory } from './site-directory.ts';
export {
  type Contact,
  type Face,
  findLocality,
  findPortal,
  type HomeBlock,
  type HomeBlockCode,
  type HostRow,
  type LocalityRow,
  listLocalities,
  listPortals,
  listRegulationPeriods,
  listSections,
  type PortalRow,
  type RegulationPeriodRow,
  type SectionRow,
} from './store.ts';
export type { Unit } from './unit-rules.ts';
