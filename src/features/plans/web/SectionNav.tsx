import {
  CheckOutlined,
  EditOutlined,
  ExclamationCircleOutlined,
  LockOutlined,
  RollbackOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { type PlanSection, planSectionNames, planSections } from '../../../policy/plan.ts'
import { AppLink } from '../../../ui/AppLink.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { stringifySearch, useUrl } from '../../../ui/url.ts'
import { words } from '../words.ts'
import { type Drafts, type PlanView, sectionIn } from './use-plan-drafts.ts'

type SectionNavProps = {
  plan: PlanView
  current: PlanSection
  /** Errors by section, while the plan is being written. */
  errors?: Readonly<Partial<Record<PlanSection, number>>>
  drafts?: Drafts
}

/** The six sections, each with where it stands. */
export function SectionNav({ plan, current, errors, drafts }: SectionNavProps) {
  const t = useWords(words)
  const say = useText()
  const { path, search } = useUrl()
  return (
    <nav className="plan-nav" aria-label={t.sections}>
      <ol>
        {planSections.map((section, index) => {
          const to = `${path}${stringifySearch({ ...search, section, field: null })}`
          return (
            <li key={section}>
              <AppLink to={to} aria-current={section === current ? 'step' : undefined}>
                <span className="plan-nav-name">
                  {index + 1} {say(planSectionNames[section])}
                </span>
                <SectionState plan={plan} section={section} errors={errors?.[section]} drafts={drafts} />
              </AppLink>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

type StateProps = { plan: PlanView; section: PlanSection; errors: number | undefined; drafts: Drafts | undefined }

function SectionState({ plan, section, errors, drafts }: StateProps) {
  const t = useWords(words)
  const { open, marks } = sectionIn(plan, section)
  const kind = drafts?.[section].state.kind
  const say = (tone: string, icon: ReactNode, text: string) => (
    <span className={`plan-nav-state is-${tone}`}>
      <span aria-hidden>{icon}</span> {text}
    </span>
  )
  if (kind === 'conflict') return say('bad', <ExclamationCircleOutlined />, t.navConflict)
  if (kind === 'refused' || kind === 'offline') return say('bad', <ExclamationCircleOutlined />, t.navUnsaved)
  if (!open) return say('closed', <LockOutlined />, plan.state === 'returned' ? t.navNotReturned : t.navClosed)
  if (marks.length > 0)
    return say('warning', <RollbackOutlined />, errors ? t.navReturnedWithGaps(errors) : t.navReturned)
  if (errors === undefined) return say('open', <EditOutlined />, t.navOpen)
  if (errors > 0) return say('open', <EditOutlined />, t.navGaps(errors))
  return say('good', <CheckOutlined />, t.navComplete)
}
