import { download } from '../../../platform/command.ts'
import type { PaperBlock, PaperContent, PaperTable } from '../../../platform/documents/paper.ts'
import type { FormColumn } from '../../../platform/workbook/form-body.ts'
import { evaluationStateNames } from '../../../policy/evaluation/course.ts'
import { checkVerdicts } from '../../../policy/evaluation/site-checks.ts'
import { dayOf } from '../../../shared/dates.ts'
import { type Spoken, speak, type Text } from '../../../shared/words.ts'
import { asWord, dayText, notIssued, ordinal, type PaperTexts, paperTexts } from '../../programme/papers/public.ts'
import type { EvaluationView } from './contract.ts'
import { evaluationWord as contract } from './paper-contract.ts'
import { evaluationView } from './views.ts'
import { words } from './words.ts'

type Said = Spoken<typeof words> & PaperTexts

/** One evaluation as its reader sees it: standing, the columns of its form, what was seen on site, objections. */
export const evaluationWord = download(contract, async ({ params, search: { language } }, { tx, actor, now }) => {
  const view = await evaluationView(tx, params.evaluationId, actor, now)
  const said: Said = { ...speak(words, language), ...paperTexts(language) }
  return asWord(notIssued(draw(view, dayText(dayOf(now), said), said), null, said))
})

function draw(view: EvaluationView, on: string, said: Said): PaperContent {
  const chapters = [scoresOf(view, said), adviceOf(view, said), checksOf(view, said), objectionsOf(view, said)].filter(
    (one) => one !== null,
  )
  return {
    title: `${said.programme}\n${view.parkName}${said.language === 'en' ? ': ' : ''}${view.name[said.language]}`,
    subtitle: { left: view.parkName, right: on },
    lie: 'portrait',
    blocks: [
      { kind: 'facts', pairs: standing(view, said), perLine: 2 },
      ...chapters.flatMap((table, at): PaperBlock[] => [
        { kind: 'heading', level: 1, text: said.heading(ordinal(at + 1, said), table.name) },
        table,
      ]),
    ],
    page: said.page,
    signatures: [],
  }
}

function standing({ state, computations, formName, totals, result, ...view }: EvaluationView, said: Said) {
  const { language } = said
  const [newest] = computations
  const pairs: (readonly [string, string])[] = [
    [said.state, evaluationStateNames[state][language]],
    [said.cutOff, dayText(newest?.cutOff ?? null, said)],
    [said.form, formName[language]],
    [said.plan, said.version(newest?.baselineNo ?? 0)],
    [said.total, pointsOf(totals.final?.total ?? null, said)],
    [said.grade, totals.final?.grade?.[language] ?? '—'],
  ]
  if (result) pairs.push([said.result, result.grade?.[language] ?? evaluationStateNames['not-rated'][language]])
  if (view.unratedReason) pairs.push([said.unratedReason, view.unratedReason])
  return pairs
}

function pointsOf(points: number | null, said: Said): string {
  return points === null ? said.unscored : (points / 100).toFixed(2)
}

const left = (title: string, width: number): FormColumn => ({ title, width, kind: 'text', align: 'left' })
const points = (title: string): FormColumn => ({ title, width: 10, kind: 'points', align: 'right' })

function scoresOf({ parts }: EvaluationView, said: Said): PaperTable {
  return {
    kind: 'table',
    name: said.score,
    columns: [left(said.item, 40), ...[said.points, said.computed, said.self, said.expert, said.final].map(points)],
    rows: parts.flatMap(({ items }) =>
      items.map(({ name, points: most, computed, self, expert, final }) => [
        name[said.language],
        most,
        ...[computed, self, expert, final].map((cell) => cell?.points ?? null),
      ]),
    ),
  }
}

function checksOf({ siteChecks }: EvaluationView, said: Said): PaperTable | null {
  if (siteChecks.length === 0) return null
  const say = (text: Text) => text[said.language]
  return {
    kind: 'table',
    name: said.siteChecks,
    columns: [
      left(said.checkedOn, 13),
      left(said.postsOnSite, 20),
      left(said.item, 18),
      left(said.found, 9),
      left(said.remark, 30),
    ],
    rows: siteChecks.flatMap(({ checkedOn, posts, findings }) =>
      findings.map(({ itemName, verdict, remark }) => [
        checkedOn,
        posts.map(say).join(said.comma),
        say(itemName),
        say(checkVerdicts[verdict]),
        remark,
      ]),
    ),
    notes: [said.siteChecksNote],
  }
}

/** What counts of what the county said. */
function adviceOf({ countyOpinions }: EvaluationView, said: Said): PaperTable | null {
  const counting = countyOpinions.filter(({ counts }) => counts)
  if (counting.length === 0) return null
  return {
    kind: 'table',
    name: said.countyOpinions,
    columns: [left(said.bureau, 20), left(said.proposedGrade, 14), left(said.reason, 42), left(said.givenOn, 14)],
    rows: counting.map(({ bureau, grade, reason, givenAt }) => [
      bureau[said.language],
      grade[said.language],
      reason,
      dayText(dayOf(new Date(givenAt)), said),
    ]),
  }
}

function objectionsOf({ objections }: EvaluationView, said: Said): PaperTable | null {
  if (objections.length === 0) return null
  return {
    kind: 'table',
    name: said.objections,
    columns: [left(said.item, 18), left(said.reason, 34), left(said.verdict, 14), left(said.answer, 34)],
    rows: objections.map(({ itemName, reason, verdict, answer }) => [
      itemName[said.language],
      reason,
      verdict ? said[verdict] : '—',
      answer,
    ]),
  }
}
