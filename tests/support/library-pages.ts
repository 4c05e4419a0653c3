import assert from 'node:assert/strict';
import { approveIssue, composeIssue, sendToGazette, submitIssue } from '../../src/rooms/gazette/index.ts';
import {
  approveEdition,
  checkEdition,
  createItem,
  EMPTY_CONTENT,
  submitEdition,
} from '../../src/rooms/publishing/index.ts';
import { instantOf } from '../../src/rules/calendar/index.ts';
import type { AskedPage } from './every-page.ts';
import type { Session, World } from './world.ts';

/** Signed texts and the gazette of a portal, as their pages need them. */
export interface LibraryPages {
  /** A document that stands in the gazette, and one that waits to be sent. */
  printed: number;
  owed: number;
  /** Issues: one that waits for approval, and one whose composer has it back. */
  submitted: number;
}

const BODY = `<p>Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15 ngày 19 tháng 02 năm 2025;</p><p>QUYẾT ĐỊNH:</p>
<h2>Chương I<br>QUY ĐỊNH CHUNG</h2><h3>Điều 1. Phạm vi</h3><p>1. Quy định việc trực chốt ở đò ngang.</p><p>2. Áp dụng với:</p><p>a) Chủ đò;</p><p>b) Người đi đò.</p>
<h3>Điều 2. Hiệu lực</h3><p>Quyết định này có hiệu lực từ ngày 01 tháng 12 năm 2026 và thay thế Quyết định số 5/2019/QĐ-UBND.</p>`;

/** Publishes two normative texts, prints one, and has the next issue submitted with a correction. */
export async function fillLibrary(world: World): Promise<LibraryPages> {
  const { ports } = world.app;
  const { id: portalId } = world.portal('lao-cai/main');
  const actor = (name: string) => world.actors[name] ?? assert.fail(`nobody is called ${name}`);
  const [editor, checker, board] = [actor('lc.editor'), actor('lc.checker'), actor('lc.board')];
  const publish = async (number: string) => {
    const content = {
      ...EMPTY_CONTENT,
      ...{ title: 'Quy định về bến khách ngang sông', summary: 'Áo phao, giờ chạy.', bodyHtml: BODY },
      facts: {
        ...{ number, type: 'Quyết định', issuer: 'Ủy ban nhân dân tỉnh Lào Cai', signer: 'Người ký mẫu' },
        ...{ issuedOn: '2026-11-19', inForceFrom: '2026-12-01' },
      },
      ...{ startEvent: 'issued', startEventAt: instantOf('2026-11-19', '08:00') },
    };
    const place = {
      portalId,
      sectionId: world.sectionOf('lao-cai/main', 'documents'),
      language: 'vi' as const,
    };
    const made = { portalId, ...(await ports.perform(editor, createItem, { ...place, content })) };
    await ports.perform(editor, submitEdition, made);
    await ports.perform(checker, checkEdition, made);
    await ports.perform(board, approveEdition, made);
    await ports.jobs.drain();
    return made.itemId;
  };
  const compose = async (entries: { sendingId: number; abstract: string }[], corrects?: number) => {
    const { issueId } = await ports.perform(editor, composeIssue, {
      ...{ portalId, issueId: undefined, version: 0, issuedOn: '2026-11-20', numbers: 1, entries },
      corrections:
        corrects === undefined ? [] : [{ issueId: corrects, position: 1, text: 'Dòng 3: bỏ chữ “ở”.' }],
    });
    await ports.perform(editor, submitIssue, { portalId, issueId, version: 1 });
    return issueId;
  };
  const printed = await publish('81/2026/QĐ-UBND');
  const { sendingId } = await ports.perform(board, sendToGazette, { portalId, itemId: printed });
  const first = await compose([{ sendingId, abstract: 'Bến khách ngang sông' }]);
  await ports.perform(board, approveIssue, { portalId, issueId: first, version: 2 });
  await ports.jobs.drain();
  return { printed, owed: await publish('82/2026/QĐ-UBND'), submitted: await compose([], first) };
}

/** The pages that differ by what they show: each in both languages. */
export function libraryPages(
  { printed, submitted }: LibraryPages,
  host: string,
  board: Session | undefined,
): AskedPage[] {
  return (['vi', 'en'] as const).flatMap((lang) => {
    const desk = lang === 'vi' ? '/ban-lam-viec' : '/en/desk';
    const gazette = lang === 'vi' ? '/cong-bao' : '/en/gazette';
    const page = { lang, host, status: 200 };
    return [
      { ...page, name: 'library.document', path: `${desk}/van-ban/${printed}`, as: board },
      { ...page, name: 'gazette.desk.one', path: `${desk}/cong-bao/so/${submitted}`, as: board },
      { ...page, name: 'gazette.issue', path: `${gazette}/2026/1`, as: undefined },
      { ...page, name: 'gazette.entry', path: `${gazette}/2026/1/1`, as: undefined },
      ...(lang === 'vi'
        ? [
            {
              ...page,
              name: 'document',
              path: `/van-ban/quy-dinh-ve-ben-khach-ngang-song-${printed}`,
              as: undefined,
            },
          ]
        : []),
    ];
  });
}
