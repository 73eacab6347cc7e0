/** The page that signs in: a document of its own, which the server also sends wherever a guest gets nothing else. */
export const signInPath = '/sign-in'

/** Every page that opens without a session, as the router writes it; `publicPage` takes no other, and for all else the server sends the sign-in page. */
export const publicPaths = [
  '/activate/$token',
  '/api-docs',
  '/c/$token',
  '/public/evaluations',
  '/public/evaluations/$publicationId',
  '/public/notices',
  '/public/notices/$noticeId',
  '/public/personal-data',
  '/simulated-phone',
  '/verify',
  '/verify/$code',
] as const
export type PublicPath = (typeof publicPaths)[number]

/** Places that show guests the same on a public page. */
const readByGuests: Readonly<Record<string, string>> = { '/notices': '/public/notices' }

/** Where a guest at `path` reads the same without a session; null where there is no such page. */
export function guestAddress(path: string): string | null {
  const place = Object.keys(readByGuests).find((one) => path === one || path.startsWith(`${one}/`))
  return place ? `${readByGuests[place]}${path.slice(place.length)}` : null
}

/** Whether somebody without a session gets more at `path` than the form of sign-in. */
function opensForGuests(path: string): boolean {
  return publicPaths.some((one) => matches(one, path)) || guestAddress(path) !== null
}

/** As the router does, whatever the case and with or without a slash at the end. */
function matches(pattern: string, path: string): boolean {
  const parts = path.replace(/\/+$/, '').split('/')
  const wanted = pattern.split('/')
  return (
    parts.length === wanted.length &&
    wanted.every((part, at) => (part.startsWith('$') ? parts[at] !== '' : part === parts[at]?.toLowerCase()))
  )
}

/** For the server. */
export const publicPages = { signIn: signInPath, opensForGuests } as const
