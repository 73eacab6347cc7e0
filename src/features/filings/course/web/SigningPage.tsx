import { useWords } from '../../../../ui/language.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { words } from '../words.ts'
import { SigningCard } from './SigningCard.tsx'

/** Whether acts of the reader's bureau take two persons, among its rules and settings. */
export function SigningPage() {
  const t = useWords(words)
  return (
    <Page narrow title={t.signing}>
      <SigningCard />
    </Page>
  )
}
