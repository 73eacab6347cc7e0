import { Alert, Button, Segmented, Select } from 'antd'
import { applyChanges, changesBetween } from '../../../../policy/plan/changes.ts'
import { type MatterKind, matterKinds } from '../../../../policy/plan/matter.ts'
import { type PlanContent, type PlanSection, planSectionNames } from '../../../../policy/plan/plan.ts'
import { useView } from '../../../../ui/api.ts'
import { DayInput } from '../../../../ui/DayInput.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useUrl } from '../../../../ui/url.ts'
import { useIsPhone } from '../../../../ui/use-media.ts'
import { PlanChanges } from '../../../programme/baselines/web/public.ts'
import { showPilot } from '../../../programme/pilots/contract.ts'
import type { FilingView } from '../../course/contract.ts'
import type { SectionDraft } from '../../course/web/public.ts'
import { factsOf, PlanSectionEditor } from '../../plan/web/public.ts'
import { words } from '../words.ts'
import { baseOf, changedPlan, type MatterView, noChange, type SentChange, touchedSections } from './matter-view.ts'

type ChangeEditorProps = {
  filing: FilingView
  matter: MatterView
  kind: MatterKind
  draft: SectionDraft<SentChange>
  errors: Readonly<Record<string, string>>
}

/** The plan as it shall be, written over the plan as it stands, with every difference listed below. */
export function ChangeEditor({ filing, matter, kind, draft, errors }: ChangeEditorProps) {
  const t = useWords(words)
  const say = useText()
  const phone = useIsPhone()
  const { search, setSearch } = useUrl()
  const pilot = useView(showPilot, { params: { pilotId: matter.pilotId } })
  const { change, sections } = matterKinds[kind]
  const { value } = draft
  const { inForce } = matter
  const first = (search.field ?? '').split('.').find((part) => part !== 'change')
  const current = sections.find((one) => one === first) ?? sections.find((one) => one === search.part) ?? sections[0]

  if (change === 'none' || !current) return <p className="soft">{t.kindNoChange}</p>
  const content = changedPlan(matter, value)
  if (content === null) {
    return (
      <>
        <p className="soft">{t.changeNone}</p>
        <Button
          type={change === 'required' ? 'primary' : 'default'}
          onClick={() => draft.change({ ...noChange, basedOn: inForce.id })}
        >
          {t.addChange}
        </Button>
      </>
    )
  }
  const base = baseOf(matter, value).content as PlanContent
  const stale = value.basedOn !== inForce.id
  const changes = changesBetween(base, content)
  const countIn = (section: PlanSection) => changes.filter((one) => one.section === section).length
  const redraw = () => {
    const now = inForce.content as PlanContent
    const sections = touchedSections(now, applyChanges(now, changes))
    draft.change({ ...value, basedOn: inForce.id, sections })
  }
  const changeSection = (
    next: PlanContent[PlanSection] | ((before: PlanContent[PlanSection]) => PlanContent[PlanSection]),
  ) =>
    draft.change((before) => {
      const plan = changedPlan(matter, before) ?? base
      const written = typeof next === 'function' ? next(plan[current]) : next
      return { ...before, sections: touchedSections(base, { ...plan, [current]: written }) }
    })
  const turn = (part: PlanSection) => setSearch({ part, field: null, section: null })
  const parts = sections.map((value) => {
    const count = countIn(value)
    return { value, label: count > 0 ? `${say(planSectionNames[value])} (${count})` : say(planSectionNames[value]) }
  })
  return (
    <>
      {stale ? (
        <Alert
          type="warning"
          showIcon
          className="notice"
          title={t.stale(inForce.no)}
          action={
            <Button size="small" type="primary" onClick={redraw}>
              {t.redraw}
            </Button>
          }
        />
      ) : null}
      <div className="matter-tabs">
        {phone ? (
          <Select aria-label={t.addChange} value={current} onChange={turn} options={parts} />
        ) : (
          <Segmented aria-label={t.addChange} value={current} onChange={turn} options={parts} />
        )}
        <Button danger onClick={() => draft.change(noChange)}>
          {t.dropChange}
        </Button>
      </div>
      <PlanSectionEditor
        key={current}
        section={current}
        draft={{ value: content[current], change: changeSection }}
        facts={{
          ...factsOf(filing, content),
          awardFen: filing.parks[0]?.awardFen ?? 0,
          park: { uscc: pilot.data?.parkUscc ?? '' },
        }}
        errors={errors}
        disabled={stale}
      />
      <div className="matter-day">
        <Field label={t.inForceFrom} name="inForceFrom" hint={t.inForceHint} error={errors.inForceFrom ?? ''}>
          {(bind) => (
            <DayInput
              {...bind}
              value={value.inForceFrom}
              onChange={(inForceFrom) => draft.change((before) => ({ ...before, inForceFrom }))}
            />
          )}
        </Field>
      </div>
      <div className="matter-differences">
        <h3>
          {t.differences} <span className="soft">{t.differenceCount(changes.length)}</span>
        </h3>
        <PlanChanges was={factsOf(filing, base)} is={factsOf(filing, content)} />
      </div>
    </>
  )
}
