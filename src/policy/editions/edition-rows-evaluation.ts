import { listed } from '../../shared/words.ts'
import { seatNames } from '../people/roles.ts'
import type { Edition } from './edition.ts'
import { clausesOf, type EditionRow, rowsOf, t } from './edition-row.ts'
import { type EvaluationItem, type PublicationRule, type VetoRule, vetoFindings } from './evaluation-rules.ts'
import { primitiveInWords } from './primitive-words.ts'
import { measureKindNames } from './rule-terms.ts'

/** The forms of evaluation: what each is for, its parts and items with how they are scored, its vetoes. */
export function evaluationRows(edition: Edition): EditionRow[] {
  const row = rowsOf('evaluations')
  const { selfDays, objectionDays, fullYears, countyOpinion, publication } = edition.evaluationCourse
  if (edition.evaluations.length === 0) return []
  const years = listed(
    edition.obligations.flatMap(({ id, zh, en }) => {
      const count = id === 'mid-term-evaluation' || id === 'final-evaluation' ? fullYears[id] : null
      return count === null ? [] : [t(`${zh}须满 ${count} 年`, `${en} after ${count} full years`)]
    }),
  )
  const heard = edition.obligations.flatMap(({ id, zh, en }) => {
    const rule = id === 'mid-term-evaluation' || id === 'final-evaluation' ? countyOpinion[id] : undefined
    if (!rule) return []
    const who = listed(rule.bureaus.map((bureau) => seatNames[`county-${bureau}`]))
    return [
      t(
        `${zh}听取${who.zh}意见，${rule.days} 个工作日`,
        `${en} on the opinion of: ${who.en}, within ${rule.days} working days`,
      ),
    ]
  })
  const course = clausesOf([
    years,
    t(`园区自评 ${selfDays} 个工作日`, `${selfDays} working days for the self-evaluation`),
    ...heard,
    t(`对拟定结果的异议期 ${objectionDays} 个工作日`, `${objectionDays} working days to object to the draft result`),
    publication ? publicationInWords(publication) : null,
  ])
  const head = row('evaluationCourse', t('评价程序', 'Course of an evaluation'), course, edition.evaluationCourse)
  const rows = edition.evaluations.flatMap((form) => {
    // The place and not the id: the same row of two editions has one key.
    const key = `evaluations.${form.of.at(-1)}`
    const owed = edition.obligations.filter((one) => form.of.some((id) => id === one.id))
    const parts = form.parts.map((part) =>
      part.bonus
        ? t(`${part.zh}加分，最高 ${part.points}`, `${part.en} on top, up to ${part.points}`)
        : t(`${part.zh} ${part.points}`, `${part.en} ${part.points}`),
    )
    const says = clausesOf([
      t(`用于${listed(owed).zh}`, `for: ${listed(owed).en}`),
      listed(parts),
      t(`总分最高 ${form.lid}`, `${form.lid} points at most`),
    ])
    return [
      row(key, form, says, form),
      ...form.parts.flatMap((part) =>
        part.items.map((item) => {
          const name = t(`${part.zh} · ${item.zh}`, `${part.en}: ${item.en}`)
          return row(`${key}.${item.id}`, name, itemInWords(item), item)
        }),
      ),
      ...form.vetoes.map((veto) =>
        row(
          `${key}.${veto.id}`,
          t(`一票否决 · ${veto.zh}`, `Veto: ${veto.en}`),
          vetoInWords(
            edition,
            veto,
            form.parts.flatMap((part) => part.items),
          ),
          veto,
        ),
      ),
    ]
  })
  return [head, ...rows]
}

function publicationInWords({ workingDays, measures }: PublicationRule) {
  const told = listed(measures.map((kind) => measureKindNames[kind]))
  const [zh, en] = measures.length > 0 ? [`，载明${told.zh}`, `, with measures in force: ${told.en}`] : ['', '']
  return t(`结果公示 ${workingDays} 个工作日${zh}`, `results published for ${workingDays} working days${en}`)
}

function itemInWords(item: EvaluationItem) {
  return clausesOf([
    t(`${item.points} 分`, `${item.points} points`),
    primitiveInWords(item.primitive),
    t(`依据：${item.counts.zh}`, `from: ${item.counts.en}`),
    item.from === null ? t('由评价人认定并说明理由', 'judged, with a reason') : null,
    item.mayDrop ? t('不适用时其余项目按比例折算', 'where it does not apply, the rest is rescaled') : null,
  ])
}

function vetoInWords({ grades }: Edition, { cap, when }: VetoRule, items: readonly EvaluationItem[]) {
  const best = grades.find(({ grade }) => grade === cap)
  const most = t(`最高评为${best?.zh ?? cap}`, `${best?.en ?? cap} at most`)
  if (when.by === 'finding') {
    const found = vetoFindings[when.finding]
    return clausesOf([t(`查实${found.zh}`, `once proven: ${found.en}`), most])
  }
  const item = items.find(({ id }) => id === when.item)
  const low = t(
    `${item?.zh ?? when.item}得分低于分值的 ${when.belowPercent}%`,
    `${item?.en ?? when.item} below ${when.belowPercent} % of its points`,
  )
  return clausesOf([low, most])
}
