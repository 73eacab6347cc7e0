import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { changesBetween } from '../../../policy/changes.ts'
import { type MatterSection, matterSectionNames } from '../../../policy/matter.ts'
import type { PlanContent } from '../../../policy/plan.ts'
import { seatNames } from '../../../policy/roles.ts'
import { AutosaveBadge, AutosaveNotice } from '../../../ui/AutosaveBadge.tsx'
import { useView, viewKey } from '../../../ui/api.ts'
import { Section } from '../../../ui/Figures.tsx'
import { GapList } from '../../../ui/GapList.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { PlanChanges } from '../../../ui/PlanChanges.tsx'
import { useUrl } from '../../../ui/url.ts'
import { useJump } from '../../../ui/use-jump.ts'
import { instantText } from '../../../ui/Values.tsx'
import type { PilotView } from '../../pilots/contract.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { ChangeEditor } from './ChangeEditor.tsx'
import { Course } from './Course.tsx'
import { fieldErrors, gapInPlace } from './gap-texts.ts'
import { contentOf, factsOf, type MatterView, sectionOf } from './matter-view.ts'
import { ReportFacts } from './ReportFacts.tsx'
import { ReportForm } from './ReportForm.tsx'
import { SubmitMatter } from './SubmitMatter.tsx'
import { baseContent, useMatterDrafts } from './use-matter-drafts.ts'

type Props = { matter: MatterView; pilot: PilotView }

/** A report while the park writes it: both sections save themselves, the check lists what stands against it. */
export function MatterEditor({ matter, pilot }: Props) {
  const t = useWords(words)
  const say = useText()
  const queries = useQueryClient()
  const { search, setSearch } = useUrl()
  const { filingId } = matter
  const drafts = useMatterDrafts(matter)
  const check = useView(contract.checkMatter, { params: { filingId } })
  const checked = search.check === '1'
  const gaps = checked ? (check.data?.gaps ?? []) : []
  const { report, change } = drafts
  const content = change.value.content
  useJump(Boolean(search.field))

  async function saveAll() {
    await report.flush()
    await change.flush()
    await Promise.all(
      [contract.showMatter, contract.checkMatter].map((route) =>
        queries.invalidateQueries({ queryKey: viewKey(route, { params: { filingId } }) }),
      ),
    )
  }

  const count = content ? changesBetween(baseContent(matter, change.value.basedOn), content).length : 0
  return (
    <>
      <div className="columns matter">
        <div>
          {checked && check.data ? (
            <section className="panel plan-check">
              <div className="section-head">
                <h2>{t.checkTitle}</h2>
                <Button size="small" onClick={() => setSearch({ check: null })}>
                  {t.closeCheck}
                </Button>
              </div>
              <GapList gaps={gaps.map((gap) => ({ ...gap, field: gap.field || null, text: gapInPlace(gap) }))} />
            </section>
          ) : null}
          <Section id="report" title={say(matterSectionNames.report)} note={<Note matter={matter} section="report" />}>
            <Marks matter={matter} section="report" />
            <AutosaveNotice draft={report} />
            {sectionOf(matter, 'report').open ? (
              <ReportForm
                draft={report}
                pilot={pilot}
                plan={matter.inForce.content as PlanContent}
                errors={fieldErrors('report', report, gaps, say)}
                withChange={content !== null}
              />
            ) : (
              <ReportFacts report={report.value} before={null} pilot={pilot} />
            )}
          </Section>
        </div>
        <div>
          <Course matter={matter} />
        </div>
      </div>
      <Section
        id="change"
        title={say(matterSectionNames.change)}
        note={
          <>
            {content ? `${t.drawnAgainst(matter.base?.no ?? matter.inForce.no)} · ` : ''}
            <Note matter={matter} section="change" />
          </>
        }
      >
        <Marks matter={matter} section="change" />
        <AutosaveNotice draft={change} />
        {sectionOf(matter, 'change').open ? (
          <ChangeEditor
            matter={matter}
            pilot={pilot}
            kind={report.value.kind}
            draft={change}
            errors={fieldErrors('change', change, gaps, say)}
          />
        ) : content ? (
          <PlanChanges
            was={factsOf(pilot, baseContent(matter, change.value.basedOn))}
            is={factsOf(pilot, contentOf(matter).change.content)}
          />
        ) : (
          <p className="soft">{t.changeNone}</p>
        )}
      </Section>
      <div className="action-bar">
        <AutosaveBadge draft={change.state.kind === 'unchanged' ? report : change} />
        <Button
          onClick={() => {
            void saveAll().then(() => setSearch({ check: '1', field: null }))
          }}
        >
          {t.check}
        </Button>
        <SubmitMatter matter={matter} pilot={pilot} drafts={drafts} saveAll={saveAll} differences={count} />
      </div>
    </>
  )
}

/** Who wrote here last, and why nobody can now. */
function Note({ matter, section }: { matter: MatterView; section: MatterSection }) {
  const t = useWords(words)
  const { editedByName, editedAt, open } = sectionOf(matter, section)
  return (
    <>
      {editedByName && editedAt ? t.editedBy(editedByName, instantText(editedAt)) : ''} {open ? '' : t.notOpen}
    </>
  )
}

/** Why the section came back. */
function Marks({ matter, section }: { matter: MatterView; section: MatterSection }) {
  const t = useWords(words)
  const say = useText()
  return sectionOf(matter, section).marks.map((mark) => (
    <Alert
      key={mark.seat}
      type="warning"
      showIcon
      className="notice"
      title={t.returnedBy(say(seatNames[mark.seat]))}
      description={<div className="matter-text">{mark.reason}</div>}
    />
  ))
}
