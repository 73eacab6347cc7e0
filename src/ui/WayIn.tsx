import { AppLink } from './AppLink.tsx'
import { useWords } from './language.tsx'
import { useSession } from './session.ts'
import { signInWords } from './sign-in-words.ts'
import { words } from './words.ts'

/** The way from a public page into the product: to the inbox, or to sign in. */
export function WayIn({ className }: { className?: string }) {
  const { backHome } = useWords(words)
  const { signIn } = useWords(signInWords)
  const { data: session } = useSession()
  return (
    <AppLink to={session ? '/' : '/sign-in'} className={className}>
      {session ? backHome : signIn}
    </AppLink>
  )
}
