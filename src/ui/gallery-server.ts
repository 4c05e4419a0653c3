import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deriveTheme } from '../rules/theme/index.ts';
import { readView, withView } from '../rules/view.ts';
import { type Asset, type Assets, assetHref, makeAsset } from './assets.ts';
import { type GalleryAddresses, listMailSpecimens, listSpecimens } from './gallery.tsx';
import { archIconSvg } from './scenes.tsx';
import { themeCss } from './theme-css.ts';

/** Ranges of hills in grey-blue, in place of a photograph. */
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 560"><path fill="#dfe5e8" d="M0 0h1280v560H0z"/><path fill="#b9c6d0" d="M0 190 200 120l240 90 260-120 300 110 280-60v420H0z"/><path fill="#8fa3ad" d="M0 300 260 220l300 90 260-70 460 80v240H0z"/><path fill="#5f777f" d="M0 400l300-60 380 70 600-50v200H0z"/><path fill="#2f4a4e" d="M0 480l420-40 400 50 460-40v110H0z"/></svg>`;

/** Addresses of the gallery over built assets, with themes and icons added to them. */
export function galleryAddresses(assets: Assets): {
  at: GalleryAddresses;
  added: ReadonlyMap<string, Asset>;
} {
  const added = new Map<string, Asset>();
  const add = (asset: Asset): string => {
    added.set(asset.path, asset);
    return asset.path;
  };
  const picture = add(makeAsset('anh.svg', Buffer.from(PICTURE), 'image/svg+xml'));
  return {
    added,
    at: {
      picture,
      stylesheets: (colour, sheets) => [
        add(makeAsset('theme.css', Buffer.from(themeCss(deriveTheme(colour))), 'text/css; charset=utf-8')),
        ...sheets.map((name) => assetHref(assets, name)),
      ],
      scripts: (names) => names.map((name) => assetHref(assets, name)),
      icon: (scene, colour) =>
        add(makeAsset('icon.svg', Buffer.from(archIconSvg(scene, colour)), 'image/svg+xml')),
    },
  };
}

/** Serves the gallery on loopback: `/vi/<id>?xem=dark.size-200`. For the test and for screenshots, never for readers. */
export async function serveGallery(assets: Assets): Promise<{ server: Server; origin: string }> {
  const { at, added } = galleryAddresses(assets);
  const pages = new Map(
    (['vi', 'en'] as const).flatMap((lang) =>
      listSpecimens(lang, at).map((page) => [`/${lang}/${page.id}`, page.html]),
    ),
  );
  const mails = new Map(
    (['vi', 'en'] as const).flatMap((lang) =>
      listMailSpecimens(lang).map((mail) => [`/${lang}/${mail.id}`, mail.html]),
    ),
  );
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://gallery');
    const asset = assets.byPath.get(url.pathname) ?? added.get(url.pathname);
    const page = pages.get(url.pathname);
    const mail = mails.get(url.pathname);
    // The same policy as the server's: a page that needs anything inline fails here first.
    response.setHeader(
      'content-security-policy',
      mail
        ? "default-src 'none'; style-src 'unsafe-inline'"
        : "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'",
    );
    if (asset) response.setHeader('content-type', asset.type).end(asset.body);
    else if (mail) response.setHeader('content-type', 'text/html; charset=utf-8').end(mail);
    else if (page)
      response
        .setHeader('content-type', 'text/html; charset=utf-8')
        .end(withView(page, readView(url.searchParams.get('xem') ?? '')));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
