import {
  CheckCircleFilled,
  ClockCircleOutlined,
  MinusCircleOutlined,
  RightCircleFilled,
  StopOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { type CourseState, courseRows } from '../../../../policy/services/service-course.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { DayText } from '../../../../ui/Values.tsx'
import type { ServiceView } from '../contract.ts'
import { courseWords } from '../words.ts'
import { stepBodies } from './step-bodies.tsx'

const icons: Readonly<Record<CourseState, ReactNode>> = {
  done: <CheckCircleFilled />,
  next: <RightCircleFilled />,
  later: <ClockCircleOutlined />,
  skipped: <MinusCircleOutlined />,
  stopped: <StopOutlined />,
}

/** Every step of a service from top to bottom: what is done with its papers, what is next and for whom, what comes later. */
export function Course({ service }: { service: ServiceView }) {
  const t = useWords(courseWords)
  const say = useText()
  return (
    <ol className="course">
      {service.course.map(({ step, state, on, who }) => {
        const row = courseRows.find((one) => one.step === step)
        const body = stepBodies[step](service)
        return (
          <li key={step} className={`course-step is-${state}`} aria-current={state === 'next' ? 'step' : undefined}>
            <span className="course-mark" aria-hidden>
              {icons[state]}
            </span>
            <div className="course-head">
              <h3>{row ? say(row) : ''}</h3>
              {on ? <DayText day={on} /> : <span className="soft">{t[state]}</span>}
              {state === 'next' && who.length > 0 ? (
                <span className="soft">{t.whoActs(who.map(say).join(t.or))}</span>
              ) : null}
              {state === 'done' ? <span className="visually-hidden">{t.done}</span> : null}
            </div>
            {body ? <div className="course-body">{body}</div> : null}
          </li>
        )
      })}
    </ol>
  )
}
