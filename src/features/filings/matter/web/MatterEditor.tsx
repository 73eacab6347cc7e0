import type { MatterReport } from '../../../../policy/plan/matter.ts'
import type { PlanContent } from '../../../../policy/plan/plan.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { draftOf, type EditorProps, fieldErrors, sectionIn, WrittenSection } from '../../course/web/public.ts'
import { words } from '../words.ts'
import { ChangeEditor } from './ChangeEditor.tsx'
import { MatterClocks } from './Clocks.tsx'
import { ChangeText } from './MatterReader.tsx'
import {
  baseOf,
  changedPlan,
  insideSection,
  type MatterView,
  type SentChange,
  sectionNames,
  writtenPart,
} from './matter-view.ts'
import { OfMatter } from './OfMatter.tsx'
import { ReportFacts } from './ReportFacts.tsx'
import { ReportForm } from './ReportForm.tsx'
import './matters.css'

/** The report and the change of the plan that it asks for. */
export function MatterEditor(props: EditorProps) {
  return (
    <OfMatter filing={props.filing}>
      {(matter) => (
        <>
          <div className="columns">
            <Report {...props} matter={matter} />
            <MatterClocks matter={matter} />
          </div>
          <Change {...props} matter={matter} />
        </>
      )}
    </OfMatter>
  )
}

type Props = EditorProps & { matter: MatterView }

function Report({ filing, drafts, gaps, matter }: Props) {
  const say = useText()
  const draft = draftOf<MatterReport>(drafts, 'report')
  return (
    <WrittenSection filing={filing} section={sectionNames[0] ?? { id: 'report', zh: '', en: '' }} drafts={drafts}>
      {draft ? (
        <ReportForm
          draft={draft}
          edition={filing.batch.edition}
          plan={matter.inForce.content as PlanContent}
          errors={insideSection('report', fieldErrors('report', draft, gaps, say))}
          withChange={changeIn(filing, drafts).basedOn !== null}
        />
      ) : (
        <ReportFacts
          report={sectionIn(filing, 'report').content as MatterReport}
          before={null}
          edition={filing.batch.edition}
        />
      )}
    </WrittenSection>
  )
}

function Change({ filing, drafts, gaps, matter }: Props) {
  const t = useWords(words)
  const say = useText()
  const draft = draftOf<SentChange>(drafts, 'change')
  const change = changeIn(filing, drafts)
  const report = (drafts.report?.value ?? sectionIn(filing, 'report').content) as MatterReport
  return (
    <WrittenSection
      filing={filing}
      section={sectionNames[1] ?? { id: 'change', zh: '', en: '' }}
      drafts={drafts}
      note={change.basedOn === null ? undefined : `${t.drawnAgainst(baseOf(matter, change).no)} ·`}
    >
      {draft ? (
        <ChangeEditor
          filing={filing}
          matter={matter}
          kind={report.kind}
          draft={draft}
          errors={insideSection('change', fieldErrors('change', draft, gaps, say))}
        />
      ) : (
        <ChangeText filing={filing} was={baseOf(matter, change).content} is={changedPlan(matter, change)} />
      )}
    </WrittenSection>
  )
}

/** The change as it stands on the screen, saved or not. */
function changeIn(filing: EditorProps['filing'], drafts: EditorProps['drafts']): SentChange {
  return (drafts.change?.value ?? writtenPart(sectionIn(filing, 'change').content)) as SentChange
}
