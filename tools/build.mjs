// npm run build: the screens, whether or not they changed.
import { buildScreens, ensureInstalled, main } from './prepare.mjs'

await main(async () => {
  await ensureInstalled()
  await buildScreens()
  return 0
})
