import { useMatches } from '@tanstack/react-router'
import { useWords } from './language.tsx'
import { OfflineStrip } from './OfflineStrip.tsx'
import { useSession } from './session.ts'
import { words } from './words.ts'

/** Says that the line is broken, for as long as it is, and what the reader can do meanwhile. */
export function OfflineBanner() {
  const inShell = useMatches({ select: (matches) => matches.some(({ routeId }) => routeId === '/shell') })
  return <OfflineStrip>{inShell ? <ForAccount /> : <ForGuest />}</OfflineStrip>
}

/** Only a park's posts have acts that wait on the device. */
function ForAccount() {
  const t = useWords(words)
  const { data } = useSession()
  return data?.permissions.includes('service.visit') ? t.offlineBanner : t.offlineReader
}

function ForGuest() {
  return useWords(words).offlineGuest
}
