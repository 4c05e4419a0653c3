import type { Words } from '../rules/lang.ts';

/** What the doctor says: title, finding, remedy. */
export const TITLES = {
  node: { vi: 'Node', en: 'Node' },
  config: { vi: 'Cấu hình', en: 'Configuration' },
  profiles: { vi: 'Hồ sơ quy chế', en: 'Regulation profiles' },
  files: { vi: 'Thư mục tệp', en: 'Files folder' },
  database: { vi: 'Cơ sở dữ liệu', en: 'Database' },
  login: { vi: 'Vai trò đăng nhập', en: 'Login role' },
  tables: { vi: 'Bảng', en: 'Tables' },
  isolation: { vi: 'Phân tách giữa các cổng', en: 'Isolation of portals' },
  demo: { vi: 'Bản dùng thử', en: 'Demo' },
  localities: { vi: 'Địa phương', en: 'Localities' },
  calendar: (code: string): Words => ({ vi: `Lịch làm việc ${code}`, en: `Working calendar ${code}` }),
  audit: (code: string): Words => ({ vi: `Nhật ký ${code}`, en: `Record ${code}` }),
  clocks: { vi: 'Thời hạn', en: 'Time limits' },
  jobs: { vi: 'Việc máy', en: 'Background work' },
  mail: { vi: 'Thư điện tử', en: 'Mail' },
  seals: { vi: 'Dữ liệu kín', en: 'Sealed data' },
  developer: { vi: 'Cho người phát triển', en: 'For developers' },
};

const both = (text: string): Words => ({ vi: text, en: text });

export const FINDINGS = {
  plain: both,
  nodeOld: (version: string): Words => ({
    vi: `${version}, cần 24 trở lên`,
    en: `${version}, 24 or newer is needed`,
  }),
  nodeRemedy: {
    vi: 'Chạy qua npm (npm start, npm run …): Node đúng bản nằm trong gói; hoặc cài Node 24.',
    en: 'Run through npm (npm start, npm run …), which brings the right Node; or install Node 24.',
  },
  profilesValid: (n: number, folder: string): Words => ({
    vi: `${n} hồ sơ, đọc được cả (kèm theo phần mềm, và trong ${folder} nếu có)`,
    en: `${n} profiles, all valid (of the software, and of ${folder} if there are any)`,
  }),
  profilesRemedy: {
    vi: 'Sửa giá trị ấy; tệp của bản phát hành thì lấy lại từ bản phát hành.',
    en: 'Correct that value; restore a file of the release from the release.',
  },
  embedded: {
    vi: 'cơ sở dữ liệu nhúng (PGlite): chỉ để dùng thử. Nó chịu được tiến trình bị tắt ngang nhưng không chịu được mất điện, vì không ép dữ liệu xuống đĩa (fsync) được.',
    en: 'embedded (PGlite): for trying out only. It survives the death of the process but not a loss of power, because it cannot force data to the disk (fsync).',
  },
  embeddedRemedy: {
    vi: 'Để phục vụ thật, dùng PostgreSQL: docs/operations/cai-dat.md',
    en: 'For service use PostgreSQL: docs/operations/cai-dat.md',
  },
  embeddedNone: (folder: string): Words => ({ vi: `chưa có ở ${folder}`, en: `none in ${folder} yet` }),
  embeddedNoneRemedy: {
    vi: 'Bình thường trước lần chạy đầu: npm start sẽ tạo.',
    en: 'As it should be before the first start: npm start makes it.',
  },
  held: {
    vi: 'máy chủ đang chạy và giữ nó, nên không xem được bên trong lúc này',
    en: 'the running server holds it, so it cannot be looked into now',
  },
  heldRemedy: {
    vi: 'Xem sức khỏe của máy chủ đang chạy: /readyz. Muốn khám kỹ thì dừng máy chủ rồi chạy lại.',
    en: 'Ask the running server: /readyz. For the full examination stop it and run this again.',
  },
  postgres: (version: number): Words => ({
    vi: `PostgreSQL ${version}, trả lời`,
    en: `PostgreSQL ${version}, answers`,
  }),
  version: (version: number, oldest: number, newest: number): Words => ({
    vi: `PostgreSQL ${version}; phần mềm được thử với ${oldest}–${newest}`,
    en: `PostgreSQL ${version}; the software is tried on ${oldest}–${newest}`,
  }),
  versionRemedy: {
    vi: 'Nâng cấp PostgreSQL, hoặc dùng một bản trong khoảng ấy.',
    en: 'Upgrade PostgreSQL, or use a version in that range.',
  },
  away: { vi: 'không trả lời', en: 'does not answer' },
  awayRemedy: {
    vi: 'Kiểm tra PostgreSQL đang chạy, DATABASE_URL đúng máy, đúng tên, đúng mật khẩu.',
    en: 'Check that PostgreSQL runs and that host, name and password in DATABASE_URL are right.',
  },
  loginGood: (role: string): Words => ({ vi: `${role}, không sở hữu gì`, en: `${role}, owns nothing` }),
  tablesGood: { vi: 'đúng bản này', en: 'of this release' },
  tablesRemedy: { vi: 'npm run migrate', en: 'npm run migrate' },
  isolationGood: { vi: 'mọi bảng có bảo vệ theo dòng', en: 'every table has row-level security' },
  isolationBad: (names: readonly string[]): Words => ({
    vi: `bảng không có bảo vệ theo dòng: ${names.join(', ')}`,
    en: `tables without row-level security: ${names.join(', ')}`,
  }),
  isolationRemedy: {
    vi: 'Ai đó đã sửa lược đồ bằng tay. Bật lại: alter table … enable row level security, rồi khám lại.',
    en: 'The schema was changed by hand. Turn it on again: alter table … enable row level security.',
  },
  filesGood: (folder: string, free: string): Words => ({
    vi: `${folder}, ghi được, còn ${free}`,
    en: `${folder}, writable, ${free} free`,
  }),
  filesBad: (folder: string, reason: string): Words => ({
    vi: `không ghi được vào ${folder} (${reason})`,
    en: `${folder} cannot be written to (${reason})`,
  }),
  filesRemedy: {
    vi: 'Cho người dùng chạy máy chủ quyền ghi thư mục ấy, hoặc sửa DATA_DIR.',
    en: 'Give the user of the server the right to write there, or correct DATA_DIR.',
  },
  filesFull: {
    vi: 'Dọn đĩa hoặc thêm dung lượng: hết chỗ thì không tải tệp lên được.',
    en: 'Make room on the disk: without it no file can be uploaded.',
  },
  demoOnServer: {
    vi: 'DEMO bật cùng với PostgreSQL: tên miền là .localhost và mật khẩu dùng chung',
    en: 'DEMO is on with PostgreSQL: names are .localhost and the password is shared',
  },
  demoRemedy: { vi: 'Để phục vụ thật, bỏ DEMO.', en: 'For service remove DEMO.' },
  localities: (n: number, portals: number): Words => ({
    vi: `${n} địa phương, ${portals} cổng đang mở`,
    en: `${n} localities, ${portals} open portals`,
  }),
  noLocality: { vi: 'chưa có địa phương nào', en: 'none yet' },
  noLocalityRemedy: {
    vi: 'npm run portal -- found-locality --help, hoặc npm start với dữ liệu mẫu',
    en: 'npm run portal -- found-locality --help, or npm start with sample data',
  },
  calendar: (through: string, days: number): Words => ({
    vi: `đã xác nhận đến ${through} (còn ${days} ngày)`,
    en: `confirmed through ${through} (${days} days ahead)`,
  }),
  calendarRemedy: (days: number): Words => ({
    vi: `Nên xác nhận trước ít nhất ${days} ngày: npm run portal -- calendar confirm --help`,
    en: `It should be confirmed at least ${days} days ahead: npm run portal -- calendar confirm --help`,
  }),
  auditRemedy: {
    vi: 'Nhật ký đã bị sửa từ ngoài phần mềm, hoặc khôi phục thiếu. Giữ nguyên hiện trạng, đối chiếu bản sao lưu, báo người chịu trách nhiệm.',
    en: 'The record was changed from outside, or a restore was incomplete. Leave it as it is, compare with a backup, tell whoever is responsible.',
  },
  clocksGood: (open: number): Words => ({ vi: `${open} thời hạn đang đếm`, en: `${open} are running` }),
  undated: (n: number): Words => ({
    vi: `${n} thời hạn chưa tính được vì lịch chưa xác nhận các ngày của chúng`,
    en: `${n} have no date because the calendar does not confirm their days`,
  }),
  undatedRemedy: {
    vi: 'Xác nhận thêm lịch nếu đó là ngày sắp tới; thời hạn của văn bản cũ hơn lịch thì để vậy cũng được.',
    en: 'Confirm more of the calendar if the days lie ahead; those of texts older than the calendar may stay.',
  },
  jobsGood: { vi: 'không có việc lỗi', en: 'nothing failed' },
  jobsFailed: (n: number): Words => ({
    vi: `${n} việc đã thử nhiều lần mà vẫn lỗi`,
    en: `${n} failed for good`,
  }),
  jobsRemedy: {
    vi: 'npm run portal -- jobs list, sửa nguyên nhân, rồi jobs retry --all',
    en: 'npm run portal -- jobs list, mend the cause, then jobs retry --all',
  },
  sealsGood: (rows: number): Words => ({
    vi: `${rows} dòng, mở được cả bằng khóa mới nhất`,
    en: `${rows} rows, all open with the newest key`,
  }),
  sealsOlder: (rows: number, older: number): Words => ({
    vi: `${rows} dòng, mở được cả; ${older} dòng còn dùng khóa cũ`,
    en: `${rows} rows, all open; an older key sealed ${older} of them`,
  }),
  sealsOlderRemedy: {
    vi: 'npm run portal -- keys reseal, rồi mới bỏ khóa cũ: docs/operations/van-hanh.md, phần Khóa.',
    en: 'npm run portal -- keys reseal before the old key is taken away: docs/operations/van-hanh.md, on keys.',
  },
  sealsClosed: (tables: string): Words => ({
    vi: `có dòng không mở được bằng các khóa đang có: ${tables}`,
    en: `rows that do not open with the keys that are there: ${tables}`,
  }),
  sealsClosedRemedy: {
    vi: 'Đặt lại khóa cũ vào SEAL_KEYS (sau khóa mới), hoặc dùng đúng SECRET_KEY của dữ liệu này. Mất khóa là mất dữ liệu.',
    en: 'Put the old key back into SEAL_KEYS (after the new one), or use the SECRET_KEY of these data. Without the key they are lost.',
  },
  mailNone: (waiting: number): Words => ({
    vi: `chưa khai báo máy chủ thư: không thư nào được gửi, ${waiting} thư đang chờ`,
    en: `no mail server is set: nothing is sent, ${waiting} mails are waiting`,
  }),
  bucketRemedy: {
    vi: 'Xem kho S3 có chạy không, và FILES, S3_ENDPOINT, S3_ACCESS_KEY, S3_SECRET_KEY có đúng không.',
    en: 'See whether the S3 store runs, and whether FILES, S3_ENDPOINT, S3_ACCESS_KEY and S3_SECRET_KEY are right.',
  },
  mailNoneRemedy: {
    vi: 'Đặt SMTP_URL và MAIL_FROM rồi khởi động lại: docs/operations/van-hanh.md, phần Thư điện tử. Thư đang chờ sẽ được gửi.',
    en: 'Set SMTP_URL and MAIL_FROM and restart: docs/operations/van-hanh.md, on mail. What waits is sent then.',
  },
  mailCaught: {
    vi: 'bản dùng thử không gửi thư ra ngoài; đọc ở /dev/thu của mỗi cổng',
    en: 'the demo sends nothing out; read them at /en/dev/thu of each portal',
  },
  mailGood: (from: string, waiting: number): Words => ({
    vi: `máy chủ thư nhận kết nối, gửi từ ${from}, ${waiting} thư đang chờ`,
    en: `the mail server lets us in, mails come from ${from}, ${waiting} are waiting`,
  }),
  mailBad: (why: string, waiting: number): Words => ({
    vi: `máy chủ thư không dùng được (${why}), ${waiting} thư đang chờ`,
    en: `the mail server cannot be used (${why}), ${waiting} mails are waiting`,
  }),
  mailBadRemedy: {
    vi: 'Kiểm tra SMTP_URL: máy, cổng, tên, mật khẩu, TLS. Thư được thử lại trong 17 giờ rồi mới thôi.',
    en: 'Check host, port, name, password and TLS in SMTP_URL. Mails are tried for 17 hours before they are given up.',
  },
  mailFailed: (n: number): Words => ({ vi: `${n} thư đã thôi gửi`, en: `${n} mails were given up` }),
  mailFailedRemedy: {
    vi: 'Người quản trị của cổng xem lý do và gửi lại ở Bàn làm việc, trang Thư chưa gửi được.',
    en: 'Administrators of the portal see why and send them again on the desk, page Mails not sent.',
  },
  there: (name: string): Words => ({ vi: `có ${name}`, en: `${name} is there` }),
  notThere: (name: string): Words => ({
    vi: `không có ${name}; chỉ cần khi chạy đủ các phép thử`,
    en: `no ${name}; only needed to run all tests`,
  }),
};
