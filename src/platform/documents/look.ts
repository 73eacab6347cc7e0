import {
  AlignmentType,
  convertMillimetersToTwip,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  TextRun,
} from 'docx'
import { cleanText } from '../workbook/values.ts'
import type { Lie } from './paper.ts'

// Sizes in half-points, as Word counts them. 二号 22, 三号 16, 四号 14, 小四 12 points.
export const size = { title: 44, body: 32, page: 28, small: 24, foot: 16 } as const

const songti = '宋体'
/** Named as the standard asks; none is shipped, a machine without them falls back to its own. */
export const faces = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  head: '黑体',
  subhead: '楷体_GB2312',
  page: songti,
} as const
export type Face = keyof typeof faces

/** 22 lines on the 225 mm of the text block. */
export const linePitch = 579

const mm = convertMillimetersToTwip

/** A4 with the text block of 156 × 225 mm; lying across, the page is turned with its margins. */
export function pageOf(lie: Lie) {
  const [top, right, bottom, left] = lie === 'portrait' ? [37, 26, 35, 28] : [28, 35, 26, 37]
  return {
    size: { width: mm(210), height: mm(297), orientation: lie },
    margin: { top: mm(top), right: mm(right), bottom: mm(bottom), left: mm(left), header: mm(15), footer: mm(17) },
  }
}

/** Width of the text block in twips. */
export function textWidth(lie: Lie): number {
  return lie === 'portrait' ? mm(156) : mm(225)
}

/** Ideographs beyond the first plane, as in some names: the faces of the standard have none of them. */
const rareFace = 'SimSun-ExtB'
const rare = /([\u{20000}-\u{3ffff}]+)/u

/** Runs of one text in one face; figures and Latin letters in Times, as offices set them. Line breaks are kept. */
export function runsOf(text: string, face: Face, points: number, more: IRunOptions = {}): TextRun[] {
  const parts = cleanText(text)
    .split(rare)
    .filter((part) => part !== '')
  return parts.map((part) => {
    const name = rare.test(part) ? rareFace : faces[face]
    return new TextRun({ ...lookOf(name, points), text: part, ...more })
  })
}

/** How the text of a run looks whose Chinese characters are in the face of this name. */
export function lookOf(eastAsia: string, points: number): IRunOptions {
  return {
    size: points,
    font: {
      ascii: 'Times New Roman',
      hAnsi: 'Times New Roman',
      cs: 'Times New Roman',
      eastAsia,
      hint: 'eastAsia',
    },
    language: { value: 'en-US', eastAsia: 'zh-CN' },
  }
}

export const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT }) as const

/** A paragraph of running text: both edges flush, two characters in. */
export const running: IParagraphOptions = {
  alignment: AlignmentType.BOTH,
  indent: { firstLine: size.body * 20, firstLineChars: 200 },
  spacing: exactly(linePitch),
}
