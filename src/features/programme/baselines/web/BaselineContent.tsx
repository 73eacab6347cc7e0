import { Button, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { editionOf } from '../../../../policy/editions/edition.ts'
import { type PlanContent, planSectionNames, planSections } from '../../../../policy/plan/plan.ts'
import type { ChoiceFacts } from '../../../../policy/plan/plan-tables.ts'
import { Async } from '../../../../ui/Async.tsx'
import { useView } from '../../../../ui/api.ts'
import { Section } from '../../../../ui/Figures.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useUrl } from '../../../../ui/url.ts'
import { useIsPhone } from '../../../../ui/use-media.ts'
import type { PilotView } from '../../pilots/contract.ts'
import * as contract from '../contract.ts'
import { words } from '../words.ts'
import { PlanChanges } from './PlanChanges.tsx'
import { PlanTables } from './PlanTables.tsx'

type Props = {
  pilot: PilotView
  versions: readonly contract.BaselineVersion[]
  version: contract.BaselineVersion
  other: contract.BaselineVersion | undefined
}

/** One version word for word, and field by field what differs from another. */
export function BaselineContent({ pilot, versions, version, other }: Props) {
  const t = useWords(words)
  const say = useText()
  const { setSearch } = useUrl()
  const { pilotId } = pilot
  const shown = useView(contract.showBaseline, { params: { pilotId, no: version.no } })
  const against = useView(
    contract.showBaseline,
    { params: { pilotId, no: other?.no ?? 1 } },
    { enabled: other !== undefined },
  )
  const factsOf = (content: unknown): ChoiceFacts => ({
    edition: editionOf(pilot.edition),
    firstYear: pilot.firstYear,
    content: content as PlanContent,
  })
  return (
    <>
      <div className="panel baseline-choice">
        <Select
          aria-label={t.chooseVersion}
          value={version.no}
          options={versions.map(({ no }) => ({ value: no, label: t.no(no) }))}
          onChange={(no: number) => setSearch({ version: String(no), against: null })}
        />
        {versions.length > 1 ? (
          <>
            <span className="soft">{t.compare}</span>
            <Select
              aria-label={t.chooseOther}
              value={other?.no ?? 0}
              options={[
                ...versions.filter(({ no }) => no !== version.no).map(({ no }) => ({ value: no, label: t.no(no) })),
                { value: 0, label: t.contentOnly },
              ]}
              onChange={(no: number) => setSearch({ version: String(version.no), against: String(no) })}
            />
          </>
        ) : null}
        <span className="baseline-hash soft">
          {t.hash} <code>{version.hash}</code>
        </span>
      </div>
      <Async view={shown}>
        {(mine) => (
          <>
            {other ? (
              <Section title={t.changed(version.no, other.no)}>
                <Async view={against}>
                  {(theirs) => <PlanChanges was={factsOf(theirs.content)} is={factsOf(mine.content)} />}
                </Async>
              </Section>
            ) : null}
            {planSections.map((section, i) => (
              <Section key={section} id={section} title={`${i + 1} ${say(planSectionNames[section])}`}>
                <Folded name={say(planSectionNames[section])}>
                  <PlanTables section={section} facts={factsOf(mine.content)} />
                </Folded>
              </Section>
            ))}
          </>
        )}
      </Async>
    </>
  )
}

/** On a phone a section stays folded until it is asked for. */
function Folded({ name, children }: { name: string; children: ReactNode }) {
  const t = useWords(words)
  const phone = useIsPhone()
  const [open, setOpen] = useState(false)
  if (!phone || open) return children
  return (
    <Button block aria-label={`${t.unfold} ${name}`} onClick={() => setOpen(true)}>
      {t.unfold}
    </Button>
  )
}
