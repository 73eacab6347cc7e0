/** How long a browser is known after the last sign-in from it. */
export const deviceDays = 180

const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/]

/** At least 8 characters from three of the four classes. */
export function isStrongPassword(password: string): boolean {
  return password.length >= 8 && classes.filter((one) => one.test(password)).length >= 3
}
