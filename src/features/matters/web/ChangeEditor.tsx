import { Alert, Button, Segmented, Select } from 'antd'
import { applyChanges, changesBetween } from '../../../policy/changes.ts'
import { type MatterKind, matterKinds } from '../../../policy/matter.ts'
import { type MatterChange, noChange } from '../../../policy/matter-change.ts'
import { type PlanContent, type PlanSection, planSectionNames } from '../../../policy/plan.ts'
import { DayInput } from '../../../ui/DayInput.tsx'
import { Field } from '../../../ui/Field.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { PlanChanges } from '../../../ui/PlanChanges.tsx'
import { useUrl } from '../../../ui/url.ts'
import type { Draft } from '../../../ui/use-autosave.ts'
import { useIsPhone } from '../../../ui/use-media.ts'
import type { PilotView } from '../../pilots/contract.ts'
import { words } from '../words.ts'
import { factsOf, type MatterView } from './matter-view.ts'
import { PlanSectionGrid } from './PlanSectionGrid.tsx'
import { baseContent } from './use-matter-drafts.ts'

type ChangeEditorProps = {
  matter: MatterView
  pilot: PilotView
  kind: MatterKind
  draft: Draft<MatterChange>
  errors: Readonly<Record<string, string>>
}

/** The plan as it shall be, written over the plan as it stands, with every difference listed below. */
export function ChangeEditor({ matter, pilot, kind, draft, errors }: ChangeEditorProps) {
  const t = useWords(words)
  const say = useText()
  const phone = useIsPhone()
  const { search, setSearch } = useUrl()
  const { change, sections } = matterKinds[kind]
  const { value } = draft
  const { inForce } = matter
  const [first = ''] = (search.field ?? '').split('.')
  const current = sections.find((one) => one === first) ?? sections.find((one) => one === search.part) ?? sections[0]

  if (change === 'none' || !current) return <p className="soft">{t.kindNoChange}</p>
  const ask = () => draft.change({ basedOn: inForce.id, content: inForce.content as PlanContent, inForceFrom: null })
  if (value.content === null) {
    return (
      <>
        <p className="soft">{t.changeNone}</p>
        <Button type={change === 'required' ? 'primary' : 'default'} onClick={ask}>
          {t.addChange}
        </Button>
      </>
    )
  }
  const base = baseContent(matter, value.basedOn)
  const { content } = value
  const stale = value.basedOn !== inForce.id
  const changes = changesBetween(base, content)
  const countIn = (section: PlanSection) => changes.filter((one) => one.section === section).length
  const redraw = () =>
    draft.change({ ...value, basedOn: inForce.id, content: applyChanges(inForce.content as PlanContent, changes) })
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
      <PlanSectionGrid
        key={current}
        section={current}
        content={content}
        pilot={pilot}
        errors={errors}
        disabled={stale}
        onChange={(next) => draft.change((before) => ({ ...before, content: { ...content, [current]: next } }))}
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
        <PlanChanges was={factsOf(pilot, base)} is={factsOf(pilot, content)} />
      </div>
    </>
  )
}
