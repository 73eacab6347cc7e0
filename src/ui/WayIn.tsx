import { signInPath } from '../policy/people/public-pages.ts'
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
  if (session)
    return (
      <AppLink to="/" className={className}>
        {backHome}
      </AppLink>
    )
  // The sign-in page is a document of its own.
  return (
    <a href={signInPath} className={className}>
      {signIn}
    </a>
  )
}
