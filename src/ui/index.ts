/** The door of the design system: everything a page is made of. It knows no room; view models go in, HTML comes out. */

export type { Lang } from '../rules/lang.ts';
export * from './article.tsx';
export { type Asset, type Assets, assetHref, loadAssets, makeAsset } from './assets.ts';
export * from './charts.tsx';
export { drawStrokes } from './clock-view.ts';
export * from './clocks.tsx';
export type { Choice, ControlProps } from './controls.tsx';
export * from './desk.tsx';
export * from './desk-page.tsx';
export * from './documents.tsx';
export * from './form-facts.tsx';
export * from './forms.tsx';
export * from './home.tsx';
export { ICON_NAMES, Icon, type IconName } from './icons.tsx';
export { dotted, type LinkView, Moment, type MomentView, TextLink } from './links.tsx';
export * from './lists.tsx';
export { type ComposedMail, composeMail, type MailItem, type MailView } from './mail.tsx';
export { MetadataTags } from './metadata-tags.tsx';
export type { PageHead } from './page-head.tsx';
export * from './plain-page.tsx';
export {
  type FooterFacts,
  type OtherLanguage,
  type PortalFace,
  PublicPage,
  type PublicPageProps,
  StaleNotice,
  Threshold,
} from './public-page.tsx';
export * from './records.tsx';
export { renderPage, renderPart } from './render.ts';
export { Arch, archIconSvg, GateMark, gateIconSvg, SCENES, type SceneName } from './scenes.tsx';
export { SessionEnd } from './session-end.tsx';
export { sessionEndWords } from './session-end-words.ts';
export { arrangeTables } from './tables.ts';
export { themeCss } from './theme-css.ts';
export { LANGUAGE_NAMES, uiWords } from './words.ts';
