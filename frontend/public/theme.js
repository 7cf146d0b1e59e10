// Sets the colour scheme before the first paint, so that a dark room never flashes white.
// A file of its own because the content policy allows no inline scripts.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('evalmode-theme');
  } catch (error) {
    chosen = null;
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
