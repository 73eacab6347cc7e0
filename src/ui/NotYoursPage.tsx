import { refusalText } from '../policy/guide/refuse.ts'
import { isPost, type Permission, whyNotPermitted } from '../policy/people/roles.ts'
import { DeadEnd } from './DeadEnd.tsx'
import { useText, useWords } from './language.tsx'
import { Page } from './Page.tsx'
import { useMe } from './session.ts'
import { words } from './words.ts'

/** In place of a page that the person's post may not see: whose it is. */
export function NotYoursPage({ permission }: { permission: Permission }) {
  const t = useWords(words)
  const say = useText()
  const { post } = useMe()
  const no = isPost(post) ? whyNotPermitted(post, permission) : null
  return (
    <Page title={t.pageNotYours}>
      <DeadEnd says={no ? say(refusalText(no)) : t.forbidden} hint="" />
    </Page>
  )
}
