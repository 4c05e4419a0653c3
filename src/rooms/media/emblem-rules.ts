import { Refusal } from '../../rules/refusal.ts';

/** Three times the 56 px at which an emblem stands at the head, so that it is sharp on any screen. */
export const EMBLEM_HEIGHT_PX = 168;
/** What is longer would leave no room for the name of the portal on a phone. */
export const EMBLEM_RATIO = 3;
/** Twice the height at the head: below it an emblem is blurred on most telephones. */
const LEAST_HEIGHT_PX = 112;
/** The square for the browser's tab and the start screen of a telephone. */
export const ICON_PX = 180;
/** What is nearly as wide as it is high can be read in a square. */
const ICON_RATIO = 1.5;

/** An emblem after its empty edges were cut off, as it was found. */
export interface EmblemFound {
  width: number;
  height: number;
  /** Nothing of it can be told from white paper. */
  isFaint: boolean;
}

/** Whether the emblem can stand in a square. */
export function fitsIcon({ width, height }: Pick<EmblemFound, 'width' | 'height'>): boolean {
  return width <= height * ICON_RATIO && height <= width * ICON_RATIO;
}

/** @throws Refusal where it would not be seen, or not be sharp, at the head of a page */
export function checkEmblem({ width, height, isFaint }: EmblemFound): void {
  if (isFaint) throw FAINT;
  if (width > height * EMBLEM_RATIO || height > width * EMBLEM_RATIO) throw TOO_LONG;
  if (height < LEAST_HEIGHT_PX) throw tooSmall(height);
}

const FAINT = new Refusal(
  'emblem-faint',
  {
    vi: 'Biểu trưng này gần như trắng nên không nhìn thấy trên nền trắng. Hãy dùng bản có màu.',
    en: 'This emblem is nearly white and cannot be seen on white. Use one in colour.',
  },
  'media',
);
const TOO_LONG = new Refusal(
  'emblem-too-long',
  {
    vi: `Ảnh này quá dài: chiều dài chỉ được gấp ${EMBLEM_RATIO} lần chiều ngắn, để còn chỗ cho tên cổng. Hãy cắt lấy phần biểu trưng.`,
    en: `This picture is too long: one side may be ${EMBLEM_RATIO} times the other, so that the name of the portal has room. Cut out the emblem alone.`,
  },
  'media',
);

function tooSmall(height: number): Refusal {
  return new Refusal(
    'emblem-too-small',
    {
      vi: `Biểu trưng trong ảnh này chỉ cao ${height} điểm ảnh nên sẽ mờ. Hãy dùng ảnh cao ít nhất ${LEAST_HEIGHT_PX} điểm ảnh.`,
      en: `The emblem in this picture is only ${height} pixels high and would be blurred. Use one of at least ${LEAST_HEIGHT_PX}.`,
    },
    'media',
  );
}
