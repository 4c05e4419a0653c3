import { addMember, foundBoard, type Seating, showBoard } from '../src/rooms/boards/index.ts';
import { completeDecision, listDecisions } from '../src/rooms/staffing/index.ts';
import { civilDateOf } from '../src/rules/calendar/index.ts';
import type { BoardPlace } from '../src/rules/profile/index.ts';
import type { OpenedPlace, StaffedPortal } from './opening.ts';
import type { PastPorts } from './past.ts';

/** A board of the demo; names that are nobody's account are invented like all the others. */
interface BoardText {
  /** Host of the portal. */
  host: string;
  code: string;
  decision: string;
  issuer?: string;
  signedBy?: string;
  standingBody?: string;
  members: readonly (readonly [place: BoardPlace, fullName: string, office: string])[];
  /** Not yet approved for the public. */
  waits?: true;
}

const BOARDS: Readonly<Record<string, readonly BoardText[]>> = {
  'lao-cai': [
    {
      ...{ host: 'www.laocai.gov.vn', code: 'council', decision: '118/QĐ-UBND (dữ liệu mẫu)' },
      ...{ issuer: 'Ủy ban nhân dân tỉnh Lào Cai', signedBy: 'Chủ tịch (dữ liệu mẫu)' },
      members: [
        ['chair', 'Vũ Đình Khuê', 'Phó Chủ tịch UBND tỉnh'],
        ['deputy', 'Trần Văn Sử', 'Chánh Văn phòng UBND tỉnh'],
        ['deputy', 'Mai Thị Lụa', 'Giám đốc Sở Khoa học và Công nghệ'],
        ['member', 'Tẩn Láo Lở', 'Giám đốc Sở Văn hóa, Thể thao và Du lịch'],
      ],
    },
    {
      ...{ host: 'www.laocai.gov.vn', code: 'main-board', decision: '119/QĐ-UBND (dữ liệu mẫu)' },
      ...{ issuer: 'Ủy ban nhân dân tỉnh Lào Cai', signedBy: 'Chủ tịch (dữ liệu mẫu)' },
      standingBody: 'Văn phòng UBND tỉnh',
      members: [
        ['chair', 'Trần Văn Sử', 'Chánh Văn phòng UBND tỉnh'],
        ['deputy', 'Nguyễn Thị Thu Sương', 'Phó Chánh Văn phòng UBND tỉnh'],
        ['secretary', 'Đỗ Thị Nhài', 'Trưởng phòng Quản trị nội dung'],
        ['member', 'Hoàng Văn Pao', 'Chuyên viên'],
      ],
    },
  ],
  'thai-binh': [
    {
      ...{ host: 'www.thaibinh.gov.vn', code: 'main-board', decision: '27/QĐ-UBND (dữ liệu mẫu)' },
      standingBody: 'Sở Khoa học và Công nghệ',
      members: [
        ['chair', 'Phạm Thị Mẫu Đơn', 'Phó Chủ tịch UBND tỉnh'],
        ['standingDeputy', 'Bùi Văn Lúa', 'Giám đốc Sở Khoa học và Công nghệ'],
        ['deputy', 'Đặng Thị Cói', 'Chánh Văn phòng UBND tỉnh'],
        ['member', 'Vũ Văn Chiếu', 'Giám đốc Sở Tài chính'],
        ['secretary', 'Lại Thị Sen', 'Trưởng phòng Báo chí và Xuất bản'],
      ],
      waits: true,
    },
  ],
  'bac-giang': [
    {
      ...{ host: 'bacgiang.gov.vn', code: 'main-board', decision: '64/QĐ-UBND (dữ liệu mẫu)' },
      standingBody: 'Văn phòng UBND tỉnh',
      members: [
        ['chair', 'Ong Văn Vải', 'Phó Chủ tịch UBND tỉnh'],
        ['deputy', 'Giáp Thị Thiều', 'Chánh Văn phòng UBND tỉnh'],
      ],
    },
  ],
};

/** Puts the boards of a locality on record and shows them, at the clock's instant, through the room's own commands. */
export async function tellBoards({ ports }: PastPorts, code: string, place: OpenedPlace): Promise<void> {
  const { machine } = place;
  for (const text of BOARDS[code] ?? []) {
    const portal = place.portals.find((one) => one.text.host === text.host);
    if (!portal) throw new Error(`The demo has no portal ${text.host} for a board.`);
    const { portalId } = portal;
    const on = civilDateOf(ports.now());
    const decided = { decision: text.decision, decidedOn: on };
    const { boardId } = await ports.perform(machine, foundBoard, {
      ...{ ...decided, portalId, code: text.code, foundedOn: on, standingBody: text.standingBody ?? null },
    });
    for (const [place, fullName, office] of text.members) {
      const seat: Seating = {
        ...{ ...decided, place, fullName, office, personId: accountOf(portal, text.code, fullName) },
        ...{ fromOn: on, toOn: null, isShown: true },
      };
      await ports.perform(machine, addMember, { ...seat, portalId, boardId });
    }
    const { issuer, signedBy } = text;
    if (issuer && signedBy) {
      const decisionId = await decisionIdOf(ports, portalId, text.decision);
      await ports.perform(machine, completeDecision, {
        portalId,
        decisionId,
        issuer,
        signedBy,
        mediaId: null,
      });
    }
    const changedAt = ports.now().toISOString();
    if (!text.waits) await ports.perform(machine, showBoard, { portalId, boardId, changedAt });
  }
}

/** A council steers and works at no desk. */
function accountOf({ people }: StaffedPortal, code: string, fullName: string): number | null {
  if (code === 'council') return null;
  return people.find((one) => one.fullName === fullName)?.personId ?? null;
}

async function decisionIdOf(
  { database }: PastPorts['ports'],
  portalId: number,
  number: string,
): Promise<number> {
  const found = (await database.transaction({ as: 'system' }, (tx) => listDecisions(tx, [portalId]))).find(
    (one) => one.number === number,
  );
  if (!found) throw new Error(`The demo has no decision ${number}.`);
  return found.id;
}
