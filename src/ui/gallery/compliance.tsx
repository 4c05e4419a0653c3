import type { Lang } from '../../rules/lang.ts';
import { Breadcrumb, DataTable, DotChart, LiveRecord, PublicPage, Section } from '../index.ts';
import { homeLink, publicFrame, type SpecimenProps, t } from './faces.tsx';

export function Compliance({ lang, at }: SpecimenProps) {
  const rows = dutyRows(lang);
  return (
    <PublicPage {...publicFrame(lang, at, t(lang, 'Việc thực hiện quy chế', 'How we keep the regulation'))}>
      <Breadcrumb lang={lang} links={[homeLink(lang)]} here={t(lang, 'Thực hiện quy chế', 'Compliance')} />
      <h1>{t(lang, 'Việc thực hiện quy chế, tháng 11/2026', 'How the regulation is kept, November 2026')}</h1>
      <DotChart
        label={t(lang, 'Tỷ lệ đúng hạn theo điều', 'Share in time, by article')}
        from={75}
        legend={{
          now: t(lang, 'tháng này', 'this month'),
          before: t(lang, 'tháng trước', 'last month'),
          bad: t(lang, 'dưới 90 %', 'below 90%'),
        }}
        rows={rows.map(([label, title, value, before]) => ({
          label,
          title,
          value,
          before,
          words: percent(lang, value),
          bad: value < 90,
        }))}
      />
      <DataTable
        lang={lang}
        table={{
          caption: t(
            lang,
            'Số liệu của biểu đồ. Mỗi số mở ra danh sách các việc đứng sau nó.',
            'The numbers of the chart; each opens the list behind it.',
          ),
          columns: [
            { label: t(lang, 'Điều', 'Article') },
            { label: t(lang, 'Nghĩa vụ', 'Duty') },
            { label: t(lang, 'Tháng này', 'This month'), numeric: true },
            { label: t(lang, 'Tháng trước', 'Last month'), numeric: true },
          ],
          rows: rows.map(([label, title, value, before]) => [
            label,
            title,
            <a href={`/so/${label}`}>{percent(lang, value)}</a>,
            percent(lang, before),
          ]),
        }}
      />
      <Section id="ghi" title={t(lang, 'Lời ghi trực tiếp', 'Live record')}>
        <TalkRecord lang={lang} />
      </Section>
    </PublicPage>
  );
}

function dutyRows(lang: Lang) {
  return [
    ['Đ10.2', t(lang, 'Phổ biến pháp luật', 'Legal dissemination'), 95.2, 91.8],
    ['Đ10.3', t(lang, 'Văn bản, nơi ban hành', 'Documents, issuing body'), 97.3, 97],
    ['Đ10.6', t(lang, 'Đề tài khoa học', 'Research'), 85.7, 100],
    ['Đ32.1', t(lang, 'Báo cáo ngày 25', 'Report on the 25th'), 80, 90],
  ] as const;
}

function percent(lang: Lang, n: number): string {
  return t(lang, `${String(n).replace('.', ',')} %`, `${n}%`);
}

function TalkRecord({ lang }: { lang: Lang }) {
  return (
    <LiveRecord
      label={t(lang, 'Lời ghi trực tiếp, mới nhất trước', 'Live record, newest first')}
      entries={[
        {
          moment: { at: '2026-11-25T09:52+07:00', text: '09:52' },
          question: t(
            lang,
            'Bạn đọc ở xã Mường Hum: Đồng hồ nước hỏng thì ai thay, có mất tiền không?',
            'A reader in Mường Hum: who replaces a broken water meter?',
          ),
          answeredBy: t(
            lang,
            'Giám đốc Sở Nông nghiệp và Môi trường',
            'Director of Agriculture and Environment',
          ),
          answer: t(
            lang,
            'Trong hai năm đầu, đơn vị lắp đặt thay miễn phí.',
            'In the first two years the installer does, free of charge.',
          ),
          now: true,
        },
        {
          moment: { at: '2026-11-25T09:44+07:00', text: '09:44' },
          question: t(
            lang,
            'Bạn đọc ở phường Sa Pa: Khi nào có nước sạch ở khu tái định cư?',
            'A reader in Sa Pa: when does the new quarter get clean water?',
          ),
          answer: t(lang, 'Đường ống chính xong trong tháng 12.', 'The main pipe is finished in December.'),
          state: { text: t(lang, 'Đã trả lời', 'Answered'), tone: 'good', icon: 'circle-check' },
        },
      ]}
    />
  );
}
