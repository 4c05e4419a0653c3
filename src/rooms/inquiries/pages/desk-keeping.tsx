import { deskFrame } from '../../../desk-frame.tsx';
import { NOT_PERMITTED } from '../../../platform/command/index.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { Breadcrumb, Button, Buttons, DeskTitle, ErrorSummary, Field, Form } from '../../../ui/index.ts';
import { localityPortals, type PortalRow } from '../../portals/index.ts';
import { readStep, STEP_SCHEMAS } from '../desk-forms.ts';
import { mayChangeKeeping } from '../desk-queries.ts';
import { deskWords } from '../desk-words.ts';
import { changeKeeping, KEEP_YEARS } from '../forgetting.ts';
import { findKeepYears } from '../forgetting-store.ts';
import { reading } from '../queries.ts';
import { Done, page, paths, seeOther } from './desk-parts.tsx';

const WORDS = {
  vi: {
    title: 'Thời gian lưu thư',
    lead: 'Hết thời gian này, họ tên, liên hệ, nội dung thư, ghi chú và tệp bị xóa hẳn; số liệu và câu trả lời công khai đã che thì giữ.',
    ours: `Không văn bản nào đặt số năm. ${KEEP_YEARS} năm là mức phần mềm chọn sẵn.`,
    law: 'Văn bản nào buộc giữ lâu hơn thì thư vẫn được giữ đến ngày ấy.',
    years: 'Số năm lưu, tính từ ngày giải quyết xong',
    save: 'Lưu',
  },
  en: {
    title: 'How long inquiries are kept',
    lead: 'After this time name, contact, content, notes and files are destroyed; figures and the masked public answer stay.',
    ours: `No text sets a number of years. ${KEEP_YEARS} years is what the software begins with.`,
    law: 'Where a text has something kept longer, it is kept until that day.',
    years: 'Years, counted from the day it was closed',
    save: 'Save',
  },
} as const satisfies Record<Lang, object>;

async function mainPortal(ports: Ports, { person }: StaffContext): Promise<PortalRow> {
  const [main] = await localityPortals(ports, person.localityId);
  if (!main || !mayChangeKeeping(person, main)) throw NOT_PERMITTED;
  return main;
}

export async function showKeeping(ports: Ports, context: StaffContext): Promise<Reply> {
  const { person } = context;
  await mainPortal(ports, context);
  const years = await reading(ports, person, (tx) => findKeepYears(tx, person.localityId));
  return page(keepingPage(ports, context, String(years ?? KEEP_YEARS)));
}

export async function changeYears(ports: Ports, context: StaffContext): Promise<Reply> {
  const { form, lang, person } = context;
  const main = await mainPortal(ports, context);
  try {
    const { years } = readStep(STEP_SCHEMAS.keeping, form);
    await ports.perform(person, changeKeeping, { portalId: main.id, years });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return page(keepingPage(ports, context, form.get('years') ?? '', error), 422);
  }
  return seeOther(paths.keeping(lang), 'keeping');
}

function keepingPage(ports: Ports, context: StaffContext, years: string, refusal?: Refusal): string {
  const { lang } = context;
  const w = WORDS[lang];
  const d = deskWords(lang);
  return deskFrame(
    ports,
    context,
    { title: w.title },
    <>
      <Breadcrumb lang={lang} links={[{ href: paths.board(lang), text: d.title }]} here={w.title} />
      <DeskTitle title={w.title} />
      <Done context={context} />
      <ErrorSummary
        lang={lang}
        title={d.problems}
        errors={refusal ? [{ href: '#years', text: refusal.words[lang] }] : []}
      />
      <p>{w.lead}</p>
      <p class="note">
        {w.ours} {w.law}
      </p>
      <Form action={paths.keeping(lang)} hidden={{ _token: context.csrfToken }} label={w.title}>
        <Field
          kind="number"
          lang={lang}
          name="years"
          label={w.years}
          value={years}
          width="short"
          error={refusal?.words[lang]}
        />
        <Buttons>
          <Button>{w.save}</Button>
        </Buttons>
      </Form>
    </>,
  );
}
