import { CheckCircleOutlined, CloseCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons'
import type { Text } from '../shared/words.ts'
import { AppLink } from './AppLink.tsx'
import { focusField, focusSection } from './focus-field.ts'
import { useText, useWords } from './language.tsx'
import { stringifySearch, useUrl } from './url.ts'
import { words } from './words.ts'

/** One thing a check found. An error stops the submission, a warning does not. */
export type Gap = {
  readonly severity: 'error' | 'warning'
  readonly text: Text
  readonly section: string
  /** Within the section: `rows.3.purpose`; null or empty when the whole section is meant. */
  readonly field: string | null
  readonly clause: string | null
}

type GapListProps = {
  gaps: readonly Gap[]
  /** The page the gaps are on, when it is not this one. */
  path?: string
}

/** Everything a check found, errors apart from warnings, each a jump to its place. */
export function GapList({ gaps, path }: GapListProps) {
  const t = useWords(words)
  const errors = gaps.filter((gap) => gap.severity === 'error')
  const warnings = gaps.filter((gap) => gap.severity === 'warning')
  if (gaps.length === 0) {
    return (
      <p className="gap-none" role="status">
        <CheckCircleOutlined aria-hidden /> {t.gapNone}
      </p>
    )
  }
  return (
    <div className="gaps" role="status">
      {errors.length > 0 ? (
        <div className="gap-group gap-errors">
          <h3>
            <CloseCircleOutlined aria-hidden /> {t.gapErrors(errors.length)}
          </h3>
          <Gaps gaps={errors} path={path} />
        </div>
      ) : (
        <p className="gap-none">
          <CheckCircleOutlined aria-hidden /> {t.gapNone}
        </p>
      )}
      {warnings.length > 0 ? (
        <div className="gap-group gap-warnings">
          <h3>
            <ExclamationCircleOutlined aria-hidden /> {t.gapWarnings(warnings.length)}
          </h3>
          <Gaps gaps={warnings} path={path} />
        </div>
      ) : null}
    </div>
  )
}

function Gaps({ gaps, path }: GapListProps) {
  const say = useText()
  const url = useUrl()
  return (
    <ul>
      {gaps.map((gap) => {
        const target = path ?? url.path
        const kept = target === url.path ? url.search : {}
        const to = `${target}${stringifySearch({ ...kept, section: gap.section, field: gap.field })}`
        return (
          <li key={`${gap.section}-${gap.field}-${gap.text.zh}`}>
            <AppLink
              to={to}
              onClick={() => {
                // The address may already be the same, so the jump is made here too.
                if (!(gap.field && focusField(gap.field, gap.section))) focusSection(gap.section)
              }}
            >
              {say(gap.text)}
            </AppLink>
            {gap.clause ? <span className="clause"> {gap.clause}</span> : null}
          </li>
        )
      })}
    </ul>
  )
}
