// Runs before the first paint, so that a dark page never flashes white; the CSP forbids doing it inline.
(function () {
  var choice = null;
  try {
    choice = localStorage.getItem('stogram.theme');
  } catch (error) {
    choice = null;
  }
  var dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
