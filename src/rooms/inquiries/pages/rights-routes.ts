import { type AnyRoute, publicRoute } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { RIGHTS_PATHS } from '../addresses.ts';
import type { MinuteCount } from './public-limits.ts';
import { showCertificate } from './rights-certificate.tsx';
import { createRequesting } from './rights-own.tsx';
import { showReceived } from './rights-received.tsx';
import { createProving } from './rights-start.tsx';

const PAGES_PER_MINUTE = 120;
const FORMS_PER_MINUTE = 60;

/** What one opens to see one's own data and to say what is to be done with them. Nothing of it is kept by a cache. */
export function rightsRoutes(ports: Ports, wrongCodes: MinuteCount): AnyRoute[] {
  const proving = createProving(ports, wrongCodes);
  const requesting = createRequesting(ports);
  const open = (
    name: string,
    method: 'GET' | 'POST',
    path: keyof typeof RIGHTS_PATHS,
    handle: AnyRoute['handle'],
  ) =>
    publicRoute({
      ...{ name: `inquiries.rights.${name}`, method, path: RIGHTS_PATHS[path], audience: 'anyone', handle },
      perMinute: method === 'GET' ? PAGES_PER_MINUTE : FORMS_PER_MINUTE,
    });
  return [
    open('start', 'GET', 'start', proving.showStart),
    open('prove', 'POST', 'start', proving.takeProof),
    open('link', 'GET', 'link', proving.showLink),
    open('openLink', 'POST', 'link', proving.takeLink),
    open('own', 'GET', 'own', requesting.showOwn),
    open('request', 'POST', 'own', requesting.takeRequest),
    open('certificate', 'GET', 'certificate', (context) => showCertificate(ports, context)),
    open('received', 'GET', 'received', (context) => showReceived(ports, context)),
    open('leave', 'POST', 'leave', requesting.leave),
  ];
}
