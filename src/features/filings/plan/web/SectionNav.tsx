import {
  CheckOutlined,
  EditOutlined,
  ExclamationCircleOutlined,
  LockOutlined,
  RollbackOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { type PlanSection, planSectionNames, planSections } from '../../../../policy/plan/plan.ts'
import { AppLink } from '../../../../ui/AppLink.tsx'
import { useText, useWords } from '../../../../ui/language.tsx'
import { stringifySearch, useUrl } from '../../../../ui/url.ts'
import type { FilingView } from '../../course/contract.ts'
import { type FilingDrafts, sectionIn } from '../../course/web/public.ts'
import { words } from '../words.ts'

type SectionNavProps = {
  filing: FilingView
  current: PlanSection | null
  /** While the plan is being written. */
  drafts?: FilingDrafts
}

/** The six sections, each with where it stands while it is written; on a version, the way to each. */
export function SectionNav({ filing, current, drafts }: SectionNavProps) {
  const t = useWords(words)
  const say = useText()
  const { path, search } = useUrl()
  return (
    <nav className="plan-nav no-print" aria-label={t.sections}>
      <ol>
        {planSections.map((section, index) => {
          const to = `${path}${stringifySearch({ ...search, section, field: null })}`
          return (
            <li key={section}>
              <AppLink to={to} aria-current={section === current ? 'step' : undefined}>
                <span className="plan-nav-name">
                  {index + 1} {say(planSectionNames[section])}
                </span>
                {drafts ? <SectionState filing={filing} section={section} drafts={drafts} /> : null}
              </AppLink>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

type StateProps = { filing: FilingView; section: PlanSection; drafts: FilingDrafts }

function SectionState({ filing, section, drafts }: StateProps) {
  const t = useWords(words)
  const { open, marks } = sectionIn(filing, section)
  const errors = filing.gaps.filter((gap) => gap.section === section && gap.severity === 'error').length
  const kind = drafts[section]?.state.kind
  const say = (tone: string, icon: ReactNode, text: string) => (
    <span className={`plan-nav-state is-${tone}`}>
      <span aria-hidden>{icon}</span> {text}
    </span>
  )
  if (kind === 'conflict') return say('bad', <ExclamationCircleOutlined />, t.navConflict)
  if (kind === 'refused' || kind === 'offline') return say('bad', <ExclamationCircleOutlined />, t.navUnsaved)
  const wrong = drafts[section]?.typed.count ?? 0
  if (wrong > 0) return say('bad', <ExclamationCircleOutlined />, t.navToCorrect(wrong))
  if (!open) return say('closed', <LockOutlined />, t.navNotReturned)
  if (marks.length > 0)
    return say('warning', <RollbackOutlined />, errors ? t.navReturnedWithGaps(errors) : t.navReturned)
  if (errors > 0) return say('open', <EditOutlined />, t.navGaps(errors))
  return say('good', <CheckOutlined />, t.navComplete)
}
