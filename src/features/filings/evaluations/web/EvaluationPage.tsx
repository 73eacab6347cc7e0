import { Alert } from 'antd'
import { evaluationStateNames } from '../../../../policy/evaluation/course.ts'
import { ActionButton } from '../../../../ui/ActionButton.tsx'
import { Async } from '../../../../ui/Async.tsx'
import { abilityFor, isAllowed } from '../../../../ui/ability.ts'
import { downloadUrl, useView } from '../../../../ui/api.ts'
import { DownloadPaper } from '../../../../ui/DownloadPaper.tsx'
import { KeyValue, Section, StatTile, StatTiles } from '../../../../ui/Figures.tsx'
import { useLanguage, useText, useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useMe } from '../../../../ui/session.ts'
import { usePathParam, useUrl } from '../../../../ui/url.ts'
import { DayText, InstantText, StatusTag } from '../../../../ui/Values.tsx'
import { usePilotCrumbs, usePilotTabs } from '../../../programme/pilots/web/public.ts'
import { PublishedHere } from '../../publications/web/public.ts'
import { type EvaluationView, showEvaluation, type TotalView } from '../contract.ts'
import { evaluationWord } from '../paper-contract.ts'
import { words } from '../words.ts'
import { type ActName, Acts } from './Acts.tsx'
import { CountyOpinions } from './CountyOpinions.tsx'
import './evaluations.css'
import { Experts } from './Experts.tsx'
import { ItemDrawer } from './ItemDrawer.tsx'
import { Objections } from './Objections.tsx'
import { pointsText } from './points-text.ts'
import { Rectifications } from './Rectifications.tsx'
import { ScoreTable } from './ScoreTable.tsx'
import { SiteChecks } from './SiteChecks.tsx'

/** One evaluation: four columns apart, how each figure comes about, and what is to be done next (G5.3). */
export function EvaluationPage() {
  const evaluationId = usePathParam('evaluationId')
  const view = useView(showEvaluation, { params: { evaluationId } })
  return <Async view={view}>{(shown) => <OneEvaluation view={shown} />}</Async>
}

const headActs: readonly ActName[] = [
  'submit-self',
  'tell',
  'agree',
  'return-self',
  'recompute',
  'take-back',
  'not-rate',
]

function OneEvaluation({ view }: { view: EvaluationView }) {
  const t = useWords(words)
  const say = useText()
  const { language } = useLanguage()
  const me = useMe()
  const { search, setSearch } = useUrl()
  const open = (act: string, more: Readonly<Record<string, string>> = {}) =>
    setSearch({ act, ...more }, { replace: false })
  const close = () => setSearch({ act: null, item: null, column: null, objection: null, account: null })
  const isPark = me.unitKind === 'park'
  // What is next stands there even where it is refused; what is beside it only while it is open.
  const next: readonly ActName[] = isPark
    ? [view.state === 'self' ? 'submit-self' : 'agree']
    : view.state === 'told'
      ? []
      : ['tell']
  const own = headActs.filter((name) => isPark === ['submit-self', 'agree'].includes(name) && me.post !== 'expert')
  const shown = own.filter((name) => next.includes(name) || isAllowed(view.actions, name))
  const texts: Readonly<Record<string, string>> = {
    'submit-self': t.submitSelf,
    tell: t.tell,
    agree: t.agree,
    'return-self': t.returnSelf,
    recompute: t.recompute,
    'take-back': t.takeBack,
    'not-rate': t.notRate,
  }
  const actions = shown.map((name, at) => (
    <ActionButton
      key={name}
      type={at === 0 && next.includes(name) ? 'primary' : 'default'}
      action={abilityFor(view.actions, name)}
      onClick={() => open(name)}
    >
      {texts[name]}
    </ActionButton>
  ))
  const content = (
    <>
      <Standing view={view} />
      <Totals view={view} />
      <ScoreTable view={view} onOpen={(item) => setSearch({ item }, { replace: false })} />
      {view.waysUp && view.waysUp.ways.length > 0 ? <Ways view={view} /> : null}
      {view.selfText ? (
        <Section id="self" title={t.selfText}>
          <div className="filing-text">{view.selfText}</div>
        </Section>
      ) : null}
      <CountyOpinions view={view} onAct={open} />
      <SiteChecks view={view} onAct={open} />
      <Objections view={view} onAct={open} />
      <Rectifications view={view} onAct={open} />
      {isPark ? null : <Experts view={view} onAct={open} />}
      <ItemDrawer view={view} onAct={open} onClose={close} />
      <Acts view={view} act={search.act ?? ''} onClose={close} />
    </>
  )
  const word = downloadUrl(evaluationWord, { evaluationId: view.evaluationId }, { language })
  const paper = <DownloadPaper word={word} />
  const head = {
    title: say(view.name),
    subtitle: view.parkName,
    actions: (
      <>
        {actions}
        {paper}
      </>
    ),
  }
  return view.seesRecords ? (
    <OfPilot head={head} pilotId={view.pilotId}>
      {content}
    </OfPilot>
  ) : (
    <Page {...head}>{content}</Page>
  )
}

type Head = { title: string; subtitle: string; actions: React.ReactNode }

function OfPilot({ head, pilotId, children }: { head: Head; pilotId: string; children: React.ReactNode }) {
  const t = useWords(words)
  const { path } = useUrl()
  const crumbs = usePilotCrumbs(pilotId)
  const isExpert = useMe().post === 'expert'
  const home = `/pilots/${pilotId}/evaluations`
  const tabs = usePilotTabs(pilotId).map((tab) => (tab.to === home ? { ...tab, also: [path] } : tab))
  return (
    <Page {...head} crumbs={isExpert ? [] : [...crumbs, { text: t.title, to: home }]} tabs={tabs}>
      {children}
    </Page>
  )
}

function Standing({ view }: { view: EvaluationView }) {
  const t = useWords(words)
  const say = useText()
  const [newest, ...earlier] = view.computations
  const again = earlier.length
  const stands = view.result !== null && view.result.points === view.totals.final?.total
  return (
    <>
      <KeyValue
        columns={3}
        facts={[
          {
            label: t.state,
            value: (
              <>
                <StatusTag tone={view.settled ? 'good' : 'warning'}>
                  {view.settled && view.state === 'told'
                    ? stands
                      ? t.inForce
                      : t.settled
                    : say(evaluationStateNames[view.state])}
                </StatusTag>{' '}
                {view.reported ? t.reported : view.agreed ? t.agreed : null}
              </>
            ),
          },
          { label: t.cutOff, value: <DayText day={newest?.cutOff ?? null} /> },
          { label: t.plan, value: t.version(newest?.baselineNo ?? 0) },
          { label: t.form, value: say(view.formName) },
          { label: t.computedAt, value: newest ? <InstantText at={newest.computedAt} /> : '—' },
          view.objectUntil ? { label: t.objectUntil, value: <DayText day={view.objectUntil} /> } : null,
          view.result
            ? {
                label: t.result,
                value: view.result.grade
                  ? `${say(view.result.grade)} ${pointsText(view.result.points)}`
                  : say(evaluationStateNames['not-rated']),
              }
            : null,
          view.publication ? { label: t.publication, value: <PublishedHere publication={view.publication} /> } : null,
          view.unratedReason ? { label: t.unratedReason, value: view.unratedReason, wide: true } : null,
        ]}
      />
      {again > 0 ? <p className="soft">{t.recomputed(again, newest?.reason ?? '')}</p> : null}
    </>
  )
}

function Totals({ view }: { view: EvaluationView }) {
  const t = useWords(words)
  const say = useText()
  const columns: readonly (readonly [string, TotalView | null])[] = [
    [t.computed, view.totals.computed],
    [t.self, view.totals.self],
    [t.expert, view.totals.expert],
    [t.final, view.totals.final],
  ]
  const gradeNote = ({ grade, byPoints, sum }: TotalView) => {
    if (!grade) return say(sum)
    const isCapped = byPoints !== null && byPoints.zh !== grade.zh
    return isCapped ? `${say(grade)} · ${t.byPoints(say(byPoints))}` : say(grade)
  }
  const vetoes = view.totals.final?.vetoes ?? view.totals.computed.vetoes
  return (
    <>
      <StatTiles>
        {columns.map(([name, total]) =>
          total === null ? (
            <StatTile key={name} label={name} value="—" note={t.hidden} />
          ) : (
            <StatTile
              key={name}
              label={name}
              value={total.total === null ? t.unscored : pointsText(total.total)}
              note={gradeNote(total)}
            />
          ),
        )}
      </StatTiles>
      {vetoes.map(({ name, cap, cases }) => (
        <Alert
          key={name.zh}
          type="error"
          showIcon
          title={`${t.veto} · ${t.capped(say(name), say(cap))}`}
          description={cases.map(say).join(t.semicolon)}
        />
      ))}
    </>
  )
}

function Ways({ view }: { view: EvaluationView }) {
  const t = useWords(words)
  const say = useText()
  if (!view.waysUp) return null
  return (
    <Section id="ways" title={t.ways} note={t.waysNote(say(view.waysUp.next))}>
      <ol className="evaluation-ways">
        {view.waysUp.ways.map(({ moves, total }) => (
          <li key={moves.map(({ zh }) => zh).join()}>
            {moves.map(say).join(t.semicolon)} <span className="soft">{t.wayTotal(pointsText(total))}</span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
