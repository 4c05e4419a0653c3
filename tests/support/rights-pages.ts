import { randomBytes } from 'node:crypto';
import type { CookieChange } from '../../src/platform/http/types.ts';
import { passCookies } from '../../src/rooms/inquiries/pages/rights-parts.tsx';
import { receivedCookies } from '../../src/rooms/inquiries/pages/rights-received.tsx';
import { writeLink } from '../../src/rooms/inquiries/rights-rules.ts';
import { digestOfCode, digestOfMail } from '../../src/rooms/inquiries/sealed.ts';
import { CASE_CODE_BYTES, makeCode } from '../../src/rules/case-code/index.ts';
import { ASKER } from './inquiries.ts';
import { askHere } from './inquiry-cases.ts';
import type { Session, World } from './world.ts';

/** What the pages of one's own data need to show something. */
export interface RightsPages {
  /** A request as the board carries it out. */
  request: number;
  /** The last part of the link in a mail. */
  access: string;
  /** What the browser of somebody carries who has shown who he is and sent a request. */
  session: Session;
}

/** A request about one inquiry, with everything it needs to be looked at. */
export async function fillRights(world: World, aboutId: number, host: string): Promise<RightsPages> {
  const { ports } = world.app;
  const { seal, settings } = ports;
  const { localityId } = world.portal('lao-cai/main');
  const code = makeCode(randomBytes(CASE_CODE_BYTES));
  const request = await askHere(world, 'personalData', {
    ...{ topic: 'correct', variant: 'access', aboutIds: [aboutId] },
    content: { title: 'Chỉnh sửa dữ liệu sai', text: 'Tên tôi ghi thiếu dấu.' },
    ...{ code, codeDigest: digestOfCode(seal, code) },
  });
  const mailDigest = digestOfMail(seal, ASKER.email);
  const proof = { localityId, by: 'mail' as const, digest: mailDigest };
  const random = randomBytes(16).toString('base64url');
  const first = ([cookie]: CookieChange[]) => (cookie ? `${cookie.name}=${cookie.value}` : '');
  return {
    request,
    access: writeLink(settings.secretKey, { localityId, mailDigest, issuedAt: ports.now(), random }),
    session: {
      cookie: [first(passCookies(ports, proof, ports.now())), first(receivedCookies(seal, [code]))].join(
        '; ',
      ),
      host,
    },
  };
}
