import { decision, field, words } from './fields.ts';
import type { ItemForm } from './types.ts';

const family = 'environment' as const;
const kinds = ['strategy-plan', 'other'] as const;
const MINIMUM = ['LC Đ8.1.đ'] as const;
const PLACE = field('place', 'place', 'Khu vực', 'Area', { ...{ required: true, telling: true } });
const AS_OF = field('date', 'asOf', 'Tính đến ngày', 'As of', { required: true });

/** Waste, pollution and danger, which a province and a district show at least (LC Đ8.1.đ). */
export const ENVIRONMENT_FORMS: readonly ItemForm[] = [
  {
    ...{ code: 'waste-plan', family, kinds, articles: MINIMUM },
    name: words('Quy hoạch thu gom, tái chế, xử lý chất thải', 'Waste collection, recycling and treatment'),
    purpose: words('Điểm thu gom, cơ sở xử lý, công suất.', 'Collection points, plants, capacity.'),
    fields: [
      field('rows', 'sites', 'Các điểm, cơ sở', 'Sites', {
        required: true,
        columns: [
          ['Tên', 'Name'],
          ['Địa điểm', 'Place'],
          ['Công suất', 'Capacity'],
        ],
      }),
      field('period', 'period', 'Thời kỳ', 'Period', { required: true }),
      ...decision(),
    ],
    headings: [words('Thu gom', 'Collection'), words('Xử lý', 'Treatment')],
  },
  {
    ...{ code: 'waste-source', family, kinds, articles: MINIMUM },
    name: words('Nguồn thải, chất thải nguy hại', 'Sources of waste and harmful waste'),
    purpose: words(
      'Danh mục nguồn thải có thể hại sức khỏe, môi trường.',
      'Sources of waste that may harm health or environment.',
    ),
    fields: [
      field('rows', 'sources', 'Danh mục', 'List', {
        required: true,
        columns: [
          ['Cơ sở, nguồn thải', 'Source'],
          ['Địa điểm', 'Place'],
          ['Loại chất thải', 'Waste'],
          ['Khối lượng', 'Amount'],
        ],
      }),
      { ...AS_OF, telling: true },
      field('text', 'source', 'Nguồn số liệu', 'Source of the figures', { required: true }),
    ],
    headings: [words('Người dân cần biết', 'What people should know')],
  },
  {
    ...{ code: 'polluted-area', family, kinds, articles: MINIMUM },
    name: words('Khu vực ô nhiễm, suy thoái', 'Polluted or degraded area'),
    purpose: words(
      'Khu vực ô nhiễm, suy thoái nghiêm trọng và đặc biệt nghiêm trọng.',
      'Areas polluted or degraded seriously and very seriously.',
    ),
    fields: [
      PLACE,
      field('choice', 'degree', 'Mức độ', 'Degree', {
        ...{ required: true, telling: true },
        choices: [
          ['serious', 'Nghiêm trọng', 'Serious'],
          ['verySerious', 'Đặc biệt nghiêm trọng', 'Very serious'],
        ],
      }),
      field('lines', 'cause', 'Nguyên nhân', 'Cause', { required: true }),
      field('lines', 'advice', 'Người dân cần làm gì', 'What people should do', { required: true }),
      AS_OF,
      ...decision(false, ['Văn bản công bố', 'Announced in']),
    ],
    headings: [words('Hiện trạng', 'How it is'), words('Biện pháp khắc phục', 'What is being done')],
  },
  {
    ...{ code: 'incident-risk', family, kinds, articles: MINIMUM },
    name: words('Khu vực có nguy cơ sự cố môi trường', 'Area at risk of an environmental incident'),
    purpose: words('Nơi có nguy cơ, loại sự cố, cách phòng tránh.', 'Where, which incident, how to be safe.'),
    fields: [
      PLACE,
      field('text', 'incident', 'Loại sự cố', 'Incident', { ...{ required: true, telling: true } }),
      field('lines', 'advice', 'Người dân cần làm gì', 'What people should do', { required: true }),
      field('phone', 'hotline', 'Đường dây nóng', 'Hotline', { required: true }),
      AS_OF,
    ],
    headings: [words('Nguy cơ', 'The risk'), words('Phương án ứng phó', 'What is prepared')],
  },
];
