import { AppLink } from './AppLink.tsx'
import { useWords } from './language.tsx'
import { useSession } from './session.ts'
import { words } from './words.ts'

/** The way from a public page into the product: to the inbox, or to sign in. */
export function WayIn({ className }: { className?: string }) {
  const t = useWords(words)
  const { data: session } = useSession()
  return session ? (
    <AppLink to="/" className={className}>
      {t.backHome}
    </AppLink>
  ) : (
    <AppLink to="/sign-in" className={className}>
      {t.signIn}
    </AppLink>
  )
}
