import fc from 'fast-check'

/** For tests: a table as a person sees it, and the many ways in which it may come. */

export type Firm = {
  readonly code: string
  readonly name: string
  readonly kind: 'factory' | 'trade'
  readonly staff: number
  /** In fen. */
  readonly revenue: number
  readonly remark: string | null
}

/** What a line of a sheet is to a person, and what is to become of it. */
export type Line =
  | { readonly is: 'firm'; readonly firm: Firm; readonly hidden: boolean }
  | { readonly is: 'broken'; readonly firm: Firm; readonly fault: string }
  | { readonly is: 'left out'; readonly texts: readonly string[]; readonly wide: boolean }
  | { readonly is: 'header' }
  | { readonly is: 'serial' }
  | { readonly is: 'blank' }

export type Layout = {
  readonly order: readonly number[]
  readonly titles: 'zh' | 'en' | 'marked' | 'dated'
  readonly serial: 'none' | 'titled' | 'untitled'
  readonly contact: 'none' | 'seen' | 'hidden'
  readonly above: readonly string[]
  readonly thousands: boolean
  /** A head of two lines, in a workbook: the last two columns under a title of their own, the others merged down. */
  readonly twoLines: boolean
}

export type Book = {
  readonly layout: Layout
  readonly lines: readonly Line[]
  readonly format:
    | { readonly is: 'xlsx'; readonly texts: 'inline' | 'shared'; readonly folder: string; readonly others: boolean }
    | { readonly is: 'csv'; readonly separator: string; readonly encoding: 'utf8' | 'bom' | 'utf16' | 'gbk' }
}

const syllables = [
  '合计',
  '总计',
  '说明',
  '注',
  '负责人',
  '日期',
  '机械',
  '甲',
  '乙',
  '（嘉善）',
  'A&B',
  '有限公司',
  '厂',
  '1',
  '#',
]
const name = fc
  .tuple(
    fc.array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 4 }),
    fc.constantFrom('公司', '厂', '合作社'),
  )
  .map(([parts, end]) => parts.join('') + end)

const firm: fc.Arbitrary<Omit<Firm, 'code'>> = fc.record({
  name,
  kind: fc.constantFrom('factory', 'trade'),
  staff: fc.nat(99_999),
  revenue: fc.nat(1e10),
  remark: fc.option(fc.constantFrom('合计见附件', '注：无', '2026年3月5日', '联系人：王五', '-'), { freq: 2 }),
})

const leftOut: fc.Arbitrary<Line> = fc.oneof(
  fc
    .constantFrom('注：1.行业按标准填写', '备 注：无', '填表说明：一式两份', '以下空白', 'Note: last year')
    .chain((text) => fc.boolean().map((wide): Line => ({ is: 'left out', texts: [text], wide }))),
  fc.constantFrom('一、工业', '二、批发业').map((text): Line => ({ is: 'left out', texts: [text], wide: true })),
  fc
    .constantFrom('合计', '总 计：', '小计（工业）', 'Total')
    .map((text): Line => ({ is: 'left out', texts: [text], wide: false })),
  fc
    .constantFrom(
      ['填表人：', '联系电话：', '填表日期：'],
      ['单位负责人（签字）：', '（盖章）'],
      ['审核人：', '张三', '2026年3月5日'],
    )
    .map((texts): Line => ({ is: 'left out', texts, wide: false })),
)

const line: fc.Arbitrary<Line> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ is: fc.constant('firm'), firm, hidden: fc.boolean() }) as fc.Arbitrary<Line> },
  {
    weight: 2,
    arbitrary: fc.record({
      is: fc.constant('broken'),
      firm,
      fault: fc.constantFrom('', '#N/A', '=VLOOKUP(A1,B:C,2,0)', '#VALUE!', 'Err:502'),
    }) as fc.Arbitrary<Line>,
  },
  { weight: 3, arbitrary: leftOut },
  { weight: 1, arbitrary: fc.constantFrom<Line>({ is: 'header' }, { is: 'serial' }, { is: 'blank' }) },
)

const layout: fc.Arbitrary<Layout> = fc.record({
  order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
  titles: fc.constantFrom('zh', 'en', 'marked', 'dated'),
  serial: fc.constantFrom('none', 'titled', 'untitled'),
  contact: fc.constantFrom('none', 'seen', 'hidden'),
  above: fc.array(fc.constantFrom('企业清单', '填报单位：某园区', '单位：元', '2026, 上半年; 一'), { maxLength: 3 }),
  thousands: fc.boolean(),
  twoLines: fc.boolean(),
})

export const book: fc.Arbitrary<Book> = fc
  .record({
    layout,
    lines: fc.array(line, { minLength: 1, maxLength: 12 }),
    format: fc.oneof(
      fc.record({
        is: fc.constant('xlsx' as const),
        texts: fc.constantFrom('inline' as const, 'shared' as const),
        folder: fc.constantFrom('xl/', '', 'a/b/'),
        others: fc.boolean(),
      }),
      fc.record({
        is: fc.constant('csv' as const),
        separator: fc.constantFrom(',', '\t', ';', '|'),
        encoding: fc.constantFrom('utf8' as const, 'bom' as const, 'utf16' as const, 'gbk' as const),
      }),
    ),
  })
  .map((made) => ({ ...made, lines: made.lines.map((each, at) => settled(each, at, made.format.is)) }))

/** Every code and name once; a CSV hides nothing. */
function settled(each: Line, at: number, format: 'xlsx' | 'csv'): Line {
  if (each.is !== 'firm' && each.is !== 'broken') return each
  const own = { ...each.firm, code: `AB${1000 + at}`, name: `${each.firm.name}${at}` }
  return each.is === 'firm'
    ? { ...each, firm: own, hidden: each.hidden && format === 'xlsx' && at % 3 === 0 }
    : { ...each, firm: own }
}
