import type { Lang } from '../../rules/lang.ts';
import {
  Breadcrumb,
  Button,
  Buttons,
  Callout,
  ErrorSummary,
  Field,
  FieldRow,
  Form,
  LinkButton,
  MarginNotes,
  PublicPage,
  StepGates,
  WithMargin,
} from '../index.ts';
import { homeLink, link, publicFrame, type SpecimenProps, t } from './faces.tsx';

export function AskWithErrors({ lang, at }: SpecimenProps) {
  const placeError = t(
    lang,
    'Ghi xã hoặc phường nơi bạn đang sống, học tập hoặc làm việc',
    'Give the commune or ward where you live, study or work',
  );
  const mailError = t(
    lang,
    'Thư điện tử thiếu phần sau dấu @, ví dụ ten@vidu.vn',
    'The e-mail address lacks what follows the @, for example name@example.vn',
  );
  return (
    <PublicPage {...publicFrame(lang, at, t(lang, 'Lỗi: Người hỏi', 'Error: Who is asking'), 'hoi-dap')}>
      <Breadcrumb
        lang={lang}
        links={[homeLink(lang), link('/hoi-dap', t(lang, 'Hỏi – Đáp', 'Q&A'))]}
        here={t(lang, 'Gửi câu hỏi', 'Ask')}
      />
      <WithMargin margin={<AskMargin lang={lang} />}>
        <StepGates lang={lang} step={2} of={4} />
        <h1>{t(lang, 'Người hỏi', 'Who is asking')}</h1>
        <ErrorSummary
          lang={lang}
          title={t(lang, 'Có 2 chỗ cần sửa trước khi sang bước 3', '2 things to mend before step 3')}
          errors={[link('#noi', placeError), link('#thu', mailError)]}
        />
        <Form action="/hoi" hidden={{ _csrf: 'mau' }}>
          <AskerFields lang={lang} />
          <ReachFields lang={lang} placeError={placeError} mailError={mailError} />
          <QuestionFields lang={lang} />
          <Callout title={t(lang, 'Vì sao hỏi những điều này?', 'Why do we ask this?')}>
            <p>
              {t(
                lang,
                'Quy chế 22/2016 (điểm b khoản 3 Điều 11) yêu cầu câu hỏi ghi rõ họ tên, quốc tịch, nghề nghiệp, địa chỉ. Chỉ cơ quan trả lời được xem.',
                'Regulation 22/2016 (Article 11.3.b) wants name, nationality, occupation and address. Only the answering body sees them.',
              )}
            </p>
          </Callout>
          <Buttons>
            <Button>{t(lang, 'Tiếp tục', 'Continue')}</Button>
            <LinkButton href="/b1" kind="light">
              {t(lang, 'Quay lại bước 1', 'Back to step 1')}
            </LinkButton>
          </Buttons>
        </Form>
      </WithMargin>
    </PublicPage>
  );
}

function AskMargin({ lang }: { lang: Lang }) {
  return (
    <MarginNotes
      lang={lang}
      notes={[
        {
          title: t(lang, 'Câu hỏi của bạn', 'Your question'),
          text: (
            <p>
              {t(
                lang,
                '“Nhà tôi ở cuối đường ống, nước yếu từ tháng Chín. Muốn xin lắp thêm bể chứa chung của xóm thì làm đơn ở đâu?”',
                '“Our house is at the end of the pipe; the water has been weak since September. Where do we apply for a shared tank?”',
              )}
            </p>
          ),
          links: [link('/b1', t(lang, 'Sửa câu hỏi', 'Change the question'))],
        },
        {
          title: t(lang, 'Khi nào có trả lời', 'When you get an answer'),
          text: (
            <p>
              {t(
                lang,
                'Chậm nhất 5 ngày làm việc; việc liên quan nhiều ngành: 8 ngày.',
                'Within 5 working days; 8 when several departments are involved.',
              )}
            </p>
          ),
        },
      ]}
    />
  );
}

function AskerFields({ lang }: { lang: Lang }) {
  return (
    <>
      <Field
        lang={lang}
        kind="radios"
        name="tu-cach"
        label={t(lang, 'Bạn hỏi với tư cách', 'You ask as')}
        value="ca-nhan"
        choices={[
          { value: 'ca-nhan', text: t(lang, 'Cá nhân', 'A person') },
          { value: 'to-chuc', text: t(lang, 'Tổ chức, doanh nghiệp', 'An organisation or business') },
        ]}
      />
      <Field
        lang={lang}
        kind="text"
        name="ten"
        label={t(lang, 'Họ và tên', 'Full name')}
        help={t(
          lang,
          'Như trên giấy tờ của bạn. Không hiện công khai.',
          'As on your papers. Never shown to the public.',
        )}
        value="Giàng Thị Mẫu"
        autocomplete="name"
        width="half"
      />
      <FieldRow>
        <Field
          lang={lang}
          kind="text"
          name="quoc-tich"
          label={t(lang, 'Quốc tịch', 'Nationality')}
          value="Việt Nam"
        />
        <Field
          lang={lang}
          kind="text"
          name="nghe"
          label={t(lang, 'Nghề nghiệp', 'Occupation')}
          value={t(lang, 'Làm nông', 'Farmer')}
        />
      </FieldRow>
    </>
  );
}

function ReachFields(props: { lang: Lang; placeError: string; mailError: string }) {
  const { lang, placeError, mailError } = props;
  return (
    <>
      <Field
        lang={lang}
        kind="text"
        name="noi"
        label={t(lang, 'Xã hoặc phường, tỉnh', 'Commune or ward, province')}
        help={t(lang, 'Gõ vài chữ đầu, ví dụ: bac ha', 'Type the first letters, e.g. bac ha')}
        error={placeError}
        list={['Bắc Hà', 'Mường Hum', 'Sa Pa']}
      />
      <Field
        lang={lang}
        kind="email"
        name="thu"
        label={t(lang, 'Thư điện tử', 'E-mail')}
        optional
        help={t(
          lang,
          'Để gửi biên nhận và câu trả lời. Không có thì bạn dùng mã tra cứu.',
          'For the receipt and the answer. Without it, use the tracking code.',
        )}
        error={mailError}
        value="giangmau@"
        autocomplete="email"
      />
    </>
  );
}

function QuestionFields({ lang }: { lang: Lang }) {
  return (
    <>
      <Field
        lang={lang}
        kind="textarea"
        name="cau-hoi"
        label={t(lang, 'Nói thêm', 'Anything else')}
        optional
        rows={4}
        value={t(lang, 'Cuối xóm có bảy hộ dùng chung.', 'Seven households share it.')}
      />
      <Field
        lang={lang}
        kind="file"
        name="anh"
        label={t(lang, 'Ảnh', 'Photos')}
        optional
        help={t(lang, 'JPG hoặc PNG, mỗi tệp không quá 10 MB', 'JPG or PNG, no more than 10 MB each')}
        accept="image/*"
        multiple
      />
      <Field
        lang={lang}
        kind="checks"
        name="nhan"
        label={t(lang, 'Nhận trả lời bằng', 'Answer me by')}
        optional
        values={['thu']}
        choices={[
          { value: 'thu', text: t(lang, 'Thư điện tử', 'E-mail') },
          {
            value: 'tin',
            text: t(lang, 'Tin nhắn', 'Text message'),
            help: t(lang, 'Không mất phí', 'Free of charge'),
          },
        ]}
      />
      <Field
        lang={lang}
        kind="checkbox"
        name="dong-y"
        label={t(
          lang,
          'Cho đăng câu hỏi, không kèm tên tôi',
          'The question may be published without my name',
        )}
        checked
      />
    </>
  );
}
