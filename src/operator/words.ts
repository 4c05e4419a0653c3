import type { Words } from '../rules/lang.ts';

/** Help of the tool. */
export const HELP_WORDS = {
  tool: {
    vi: 'Công cụ của người vận hành Cổng Làng. Chạy trên chính máy chủ.',
    en: "The operator's tool of Cổng Làng. Run it on the server itself.",
  },
  codes: {
    vi: 'Mã kết thúc: 0 xong; 1 bị từ chối hoặc còn việc phải làm, có câu giải thích; 2 gõ sai lệnh.',
    en: 'Exit codes: 0 done; 1 refused, or something must be done, with a sentence; 2 the command line is wrong.',
  },
  example: { vi: 'Ví dụ', en: 'Example' },
  lang: { vi: 'ngôn ngữ của kết quả (mặc định: vi)', en: 'language of the result (default: vi)' },
  json: { vi: 'kết quả dạng JSON cho chương trình khác', en: 'the result as JSON for programs' },
  help: { vi: 'trang này', en: 'this page' },
} satisfies Record<string, Words>;

/** Sentences of the tool that belong to no single command. */
export const TOOL_WORDS = {
  unknownCommand: (name: string): Words => ({
    vi: `Không có lệnh “${name}”. Gõ: npm run portal -- --help`,
    en: `There is no command “${name}”. Type: npm run portal -- --help`,
  }),
  badOption: (name: string, command: string): Words => ({
    vi: `Không hiểu “${name}”, hoặc thiếu giá trị của nó. Gõ: npm run portal -- ${command} --help`,
    en: `“${name}” is not understood, or its value is missing. Type: npm run portal -- ${command} --help`,
  }),
  tooMany: (text: string, command: string): Words => ({
    vi: `Thừa “${text}”. Gõ: npm run portal -- ${command} --help`,
    en: `“${text}” is one too many. Type: npm run portal -- ${command} --help`,
  }),
  missing: (name: string, command: string): Words => ({
    vi: `Thiếu ${name}. Gõ: npm run portal -- ${command} --help`,
    en: `${name} is missing. Type: npm run portal -- ${command} --help`,
  }),
  badValue: (name: string, allowed: string): Words => ({
    vi: `Giá trị của --${name} phải là: ${allowed}.`,
    en: `The value of --${name} must be: ${allowed}.`,
  }),
  config: (detail: string): Words => ({
    vi: `Cấu hình sai, hãy sửa biến môi trường rồi chạy lại: ${detail}`,
    en: `The configuration is wrong; correct the environment variable and try again: ${detail}`,
  }),
  profile: (detail: string): Words => ({
    vi: `Hồ sơ quy chế trong thư mục profiles không dùng được: ${detail}`,
    en: `A regulation profile in the folder profiles cannot be used: ${detail}`,
  }),
  profilesMissing: (missing: readonly string[], folder: string): Words => ({
    vi: `Có địa phương áp dụng quy chế mà không còn hồ sơ: ${missing.join(', ')}. Hãy đặt lại tệp ấy vào ${folder}.`,
    en: `Localities apply regulations whose profile is gone: ${missing.join(', ')}. Put the file back into ${folder}.`,
  }),
  away: {
    vi: 'Cơ sở dữ liệu không trả lời. Hãy kiểm tra PostgreSQL đang chạy và DATABASE_URL đúng, rồi thử lại.',
    en: 'The database does not answer. Check that PostgreSQL runs and that DATABASE_URL is right, and try again.',
  },
  surprise: {
    vi: 'Lỗi ngoài dự kiến. Hãy gửi đoạn dưới đây cho người bảo trì phần mềm.',
    en: 'An unexpected fault. Send the lines below to those who maintain the software.',
  },
  inUse: (pid: string, desk: string | undefined): Words => ({
    vi: `Máy chủ đang chạy${pid} và giữ cơ sở dữ liệu nhúng. ${desk ? `Hãy làm việc này ở bàn làm việc (/ban-lam-viec${desk}), hoặc dừng` : 'Hãy dừng'} máy chủ (Ctrl+C) rồi chạy lại lệnh, hoặc đặt DATA_DIR là thư mục khác.`,
    en: `The server is running${pid} and holds the embedded database. ${desk ? `Do this at the desk (/en/desk${desk}), or stop` : 'Stop'} the server (Ctrl+C) and run the command again, or set DATA_DIR to another folder.`,
  }),
  nothingThere: (folder: string): Words => ({
    vi: `Chưa có dữ liệu ở ${folder}. Hãy chạy “npm start” để xem thử với dữ liệu mẫu, hoặc “npm run migrate” để bắt đầu trống.`,
    en: `There is no data in ${folder} yet. Run “npm start” to try it with sample data, or “npm run migrate” to begin empty.`,
  }),
  migrationsMissing: (names: readonly string[]): Words => ({
    vi: `Cơ sở dữ liệu còn thiếu ${names.length} bước tạo bảng (${names.join(', ')}). Hãy chạy: npm run migrate`,
    en: `The database lacks ${names.length} migrations (${names.join(', ')}). Run: npm run migrate`,
  }),
  migrationsUnknown: (names: readonly string[]): Words => ({
    vi: `Cơ sở dữ liệu mới hơn phần mềm này (${names.join(', ')}). Hãy dùng bản phần mềm đã tạo ra nó.`,
    en: `The database is newer than this software (${names.join(', ')}). Use the release that made it.`,
  }),
  migrationsChanged: (names: readonly string[]): Words => ({
    vi: `Tệp tạo bảng đã bị sửa sau khi chạy (${names.join(', ')}). Hãy lấy lại tệp gốc của bản phát hành.`,
    en: `Migrations were changed after they were applied (${names.join(', ')}). Restore the files of the release.`,
  }),
  loginSuperuser: (role: string): Words => ({
    vi: `DATABASE_URL đăng nhập bằng “${role}”, vai trò toàn quyền (superuser). Máy chủ phải đăng nhập bằng vai trò không sở hữu gì: cong_lang_app.`,
    en: `DATABASE_URL logs in as “${role}”, a superuser. The server logs in as a role that owns nothing: cong_lang_app.`,
  }),
  loginBypasses: (role: string): Words => ({
    vi: `DATABASE_URL đăng nhập bằng “${role}”, vai trò được bỏ qua phân tách dữ liệu (bypassrls). Máy chủ phải đăng nhập bằng vai trò không sở hữu gì: cong_lang_app.`,
    en: `DATABASE_URL logs in as “${role}”, which bypasses row-level security. The server logs in as a role that owns nothing: cong_lang_app.`,
  }),
  loginOwns: (role: string, owned: readonly string[]): Words => ({
    vi: `DATABASE_URL đăng nhập bằng “${role}”, vai trò sở hữu ${owned.join(', ')}. Máy chủ phải đăng nhập bằng vai trò không sở hữu gì: cong_lang_app; chủ sở hữu chỉ dùng ở DATABASE_OWNER_URL khi migrate.`,
    en: `DATABASE_URL logs in as “${role}”, which owns ${owned.join(', ')}. The server logs in as a role that owns nothing: cong_lang_app; the owner belongs into DATABASE_OWNER_URL, for migrate only.`,
  }),
  loginLacks: (role: string, roles: readonly string[]): Words => ({
    vi: `Vai trò “${role}” chưa được dùng ${roles.join(', ')}. Hãy đăng nhập bằng cong_lang_app, hoặc chạy: grant ${roles.join(', ')} to ${role}`,
    en: `The role “${role}” may not take on ${roles.join(', ')}. Log in as cong_lang_app, or run: grant ${roles.join(', ')} to ${role}`,
  }),
  unknownPortal: (host: string): Words => ({
    vi: `Không có cổng nào tên ${host}. Xem danh sách: npm run portal -- status`,
    en: `No portal answers to ${host}. See the list: npm run portal -- status`,
  }),
  unknownLocality: (code: string): Words => ({
    vi: `Không có địa phương “${code}”. Xem danh sách: npm run portal -- status`,
    en: `There is no locality “${code}”. See the list: npm run portal -- status`,
  }),
  noLocality: {
    vi: 'Chưa có địa phương nào. Hãy lập địa phương trước: npm run portal -- found-locality --help',
    en: 'There is no locality yet. Found one first: npm run portal -- found-locality --help',
  },
  unknownSection: (slug: string, known: readonly string[]): Words => ({
    vi: `Cổng không có chuyên mục “${slug}”. Có: ${known.join(', ')}`,
    en: `The portal has no section “${slug}”. There are: ${known.join(', ')}`,
  }),
  unknownPerson: (username: string): Words => ({
    vi: `Không có tài khoản “${username}”.`,
    en: `There is no account “${username}”.`,
  }),
  disabledPerson: (username: string): Words => ({
    vi: `Tài khoản “${username}” đang khóa.`,
    en: `The account “${username}” is closed.`,
  }),
  unknownItem: (id: string, published: boolean): Words => ({
    vi: `Không có bài số ${id} ${published ? 'đang đăng ' : ''}bằng ngôn ngữ này.`,
    en: `There is no ${published ? 'published ' : ''}item ${id} in this language.`,
  }),
  badFile: (file: string, detail: string): Words => ({
    vi: `Tệp ${file} không dùng được: ${detail}`,
    en: `The file ${file} cannot be used: ${detail}`,
  }),
};
