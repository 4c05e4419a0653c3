import { deskPath } from '../../platform/http/paths.ts';
import type { Lang } from '../../rules/lang.ts';

export const PROVIDER = '/dang-nhap/nha-cung-cap';
/** Where the provider sends people back: one address a portal, in Vietnamese, to be registered at the provider. */
export const PROVIDER_BACK = '/dang-nhap/nha-cung-cap/ve';
/** Out of the provider, after having signed out here. */
export const PROVIDER_OUT = '/dang-nhap/nha-cung-cap/thoat';
export const LINK_IDENTITY = '/tai-khoan/lien-ket';
export const UNLINK_IDENTITY = '/tai-khoan/lien-ket/bo';

/** Where the way to the provider begins. */
export function providerHref(lang: Lang, back: string): string {
  return `${deskPath(lang, PROVIDER)}${back ? `?ve=${encodeURIComponent(back)}` : ''}`;
}
