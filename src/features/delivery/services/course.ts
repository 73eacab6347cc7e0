import { permissions, posts } from '../../../policy/people/roles.ts'
import type { Service } from '../../../policy/services/service.ts'
import { courseOf, courseRows } from '../../../policy/services/service-course.ts'
import type { ServiceView } from './contract.ts'

/** By a link on a phone, or by its account. */
const theEnterprise = { zh: '企业', en: 'enterprise' }

/** The steps with who must act: the posts that hold the step's permission. */
export function shownCourse(service: Service): ServiceView['course'] {
  return courseOf(service).map(({ step, state, on }) => {
    const row = courseRows.find((one) => one.step === step)
    // After a dispute it is the park that must go on, not the enterprise.
    if (step === 'answer' && state === 'next' && service.state !== 'disputed')
      return { step, state, on, who: [theEnterprise] }
    const permission = step === 'answer' && service.state === 'disputed' ? 'service.visit' : row?.permission
    const who = permission
      ? permissions[permission].posts.map((post) => ({ zh: posts[post].zh, en: posts[post].en }))
      : []
    return { step, state, on, who: state === 'next' ? who : [] }
  })
}
